import type { Database } from '../../platform/storage/database.ts';
import { recordAwayStatuses } from './record-away-statuses.ts';
import { readSlackUser } from './slack-user.ts';
import { findMember, saveSlackPeople } from './store.ts';

interface TakeUpMember {
  workspaceId: string;
  /** The user object of Slack's event. */
  user: unknown;
  now: Date;
}

/** `not_ours`: somebody of another organisation, seen through a shared channel. */
export type MemberTakenUp = 'taken_up' | 'not_ours' | 'unreadable';

/** Somebody joined, was renamed, moved to another zone or was deactivated. Safe to repeat: Slack sends events again. */
export async function takeUpMember(db: Database, { workspaceId, user, now }: TakeUpMember): Promise<MemberTakenUp> {
  const person = readSlackUser(user);
  if (!person) return 'unreadable';
  const strange = person.workspaceIds.length > 0 && !person.workspaceIds.includes(workspaceId);
  if (strange && !(await findMember(db, workspaceId, person.id))) return 'not_ours';
  await saveSlackPeople(db, workspaceId, [person], now);
  await recordAwayStatuses(db, { workspaceId, people: [person], now });
  return 'taken_up';
}
