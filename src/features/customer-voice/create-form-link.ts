import type { Database } from '../../platform/storage/database.ts';
import { findStrangers } from '../people/find-strangers.ts';
import type { FormLink } from './form-link.ts';
import type { LinkFormContent } from './link-form.ts';
import { insertLink } from './link-store.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

export type FormLinkCreated =
  | { outcome: 'created'; link: FormLink }
  | { outcome: 'unknown-members'; memberIds: string[] };

export async function createFormLink(
  db: Database,
  input: { workspaceId: string; createdById: string; content: LinkFormContent; now: Date },
): Promise<FormLinkCreated> {
  const { workspaceId, createdById, now } = input;
  const { lifeDays, ...content } = input.content;
  const unknown = await findStrangers(db, { workspaceId, memberIds: content.memberIds });
  if (unknown.length > 0) return { outcome: 'unknown-members', memberIds: unknown };
  const expiresAt = new Date(now.getTime() + lifeDays * DAY_MILLISECONDS);
  return {
    outcome: 'created',
    link: await insertLink(db, { workspaceId, createdById, ...content, createdAt: now, expiresAt }),
  };
}
