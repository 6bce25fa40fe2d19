import type { Transaction } from '../../platform/storage/database.ts';
import { findMembersNamed, type KnownMember } from './store.ts';

export type Identity =
  | { status: 'member'; id: string; name: string }
  | { status: 'unknown' | 'bot' }
  /** Everybody who has this address has left. */
  | { status: 'deactivated'; ids: string[] }
  /** Several active accounts have this address; only an id can tell which is meant. */
  | { status: 'ambiguous'; ids: string[] };

interface IdentifyPeople {
  workspaceId: string;
  /** E-mail addresses in small letters, or Slack user ids. */
  references: readonly string[];
}

/** Says for each reference which member it means. */
export async function identifyPeople(
  db: Transaction,
  { workspaceId, references }: IdentifyPeople,
): Promise<Map<string, Identity>> {
  const found = await findMembersNamed(db, workspaceId, [...new Set(references)]);
  return new Map(
    references.map((reference) => [
      reference,
      identify(found.filter(({ id, email }) => id === reference || email === reference)),
    ]),
  );
}

function identify(candidates: KnownMember[]): Identity {
  const active = candidates.filter(({ deactivatedAt }) => deactivatedAt === null);
  const people = active.filter(({ kind }) => kind !== 'bot');
  const [only, another] = people;
  if (only && another) return { status: 'ambiguous', ids: people.map(({ id }) => id) };
  if (only) return { status: 'member', id: only.id, name: only.name };
  if (active.length > 0) return { status: 'bot' };
  if (candidates.length === 0) return { status: 'unknown' };
  return { status: 'deactivated', ids: candidates.filter(({ kind }) => kind !== 'bot').map(({ id }) => id) };
}
