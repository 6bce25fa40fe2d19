import type { Transaction } from '../../platform/storage/database.ts';
import { wasHomeShown } from './store.ts';

/** Slack tells that Home is opened, never that it is left. */
const LEFT_AFTER_MILLISECONDS = 60 * 60_000;

/** Whether somebody may still have their Home before them, or beneath the window that they act in. */
export function findOpenHome(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<boolean> {
  return wasHomeShown(db, { workspaceId, memberId, since: openSince(now) });
}

/** A Home that was opened before this is left by `now`. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - LEFT_AFTER_MILLISECONDS);
}
