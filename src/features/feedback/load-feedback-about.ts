import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadPeople } from '../people/load-people.ts';
import { isOnTeam } from '../people/person.ts';
import { type FeedbackRecord, loadFeedbackRecord } from './load-feedback-record.ts';

/** Whose feedback is asked for. */
export type AboutWhom = { memberId: string } | { team: string };

export type FeedbackAbout =
  | {
      outcome: 'shown';
      title: string;
      isOwn: boolean;
      record: FeedbackRecord;
      /** Of the team, but not among those who report to the reader. */
      notTheirs: number;
    }
  | { outcome: 'not-allowed'; whom: string; isTeam: boolean }
  | { outcome: 'unknown-member' }
  | { outcome: 'unknown-team'; name: string };

/** The feedback about a person or a team: one's own, or of those who report to oneself. Each look is written down. */
export async function loadFeedbackAbout(
  db: Database,
  { workspaceId, readerId, about, now }: { workspaceId: string; readerId: string; about: AboutWhom; now: Date },
): Promise<FeedbackAbout> {
  const people = await loadPeople(db, workspaceId);
  const asked = people.filter((person) =>
    'team' in about ? isOnTeam(person, about.team) : person.id === about.memberId,
  );
  const [first] = asked;
  if (!first) return 'team' in about ? { outcome: 'unknown-team', name: about.team } : { outcome: 'unknown-member' };
  const reader = await loadStanding(db, { workspaceId, actorId: readerId, now });
  const isReadable = (memberId: string) =>
    may(reader, 'see-peer-feedback', { memberId }) && !('team' in about && memberId === readerId);
  const readable = asked.filter(({ id }) => isReadable(id));
  const title = 'team' in about ? (first.teamName ?? about.team) : first.name;
  if (readable.length === 0) return { outcome: 'not-allowed', whom: title, isTeam: 'team' in about };
  const subjectIds = readable.map(({ id }) => id);
  const record = await loadFeedbackRecord(db, { workspaceId, readerId, subjectIds, now });
  const at = subjectIds.map((subjectId) => ({ subjectId, parts: ['feedback' as const] }));
  await recordLooks(db, { workspaceId, actorId: readerId, at, surface: '/feedback', now });
  const isOwn = 'memberId' in about && first.id === readerId;
  return { outcome: 'shown', title, isOwn, record, notTheirs: asked.length - readable.length };
}
