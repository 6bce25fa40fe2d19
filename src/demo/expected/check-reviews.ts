import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import { colleagueCalled, isHereOn, timeZoneOn } from '../company.ts';
import type { DemoRecord, Post } from '../demo-record.ts';
import { kindOf } from '../message-kind.ts';
import { REVIEW_DIGEST_ON } from '../quarter.ts';
import { rosterOf } from '../roster.ts';
import { onTheWall } from '../spoken-time.ts';
import type { Finding } from './finding.ts';

/** Between these it is day for somebody at work. */
const FIRST = { member: '09:00', manager: '07:00' };
const LAST = '18:59';
/** A manager reads of several people: their messages come a second apart. */
const FEEDBACK = 'Feedback of colleagues';
const MINUTE_MILLISECONDS = 60_000;

/** Before each review the same evidence goes to the member and to their manager, at the same moment. */
export function checkReviews(record: DemoRecord, file: WorkspaceFile): Finding[] {
  const posts = record.posts.flatMap((post) => {
    const kind = kindOf(post);
    return kind.kind === 'review' ? [{ post, whose: kind.whose }] : [];
  });
  const reviewed = rosterOf(file).filter(({ handle, team }) => {
    const isInCycle = file.reviews.some(({ teams }) => teams.includes(team.key));
    return isInCycle && isHereOn(colleagueCalled(handle), REVIEW_DIGEST_ON);
  });
  const oneSided: string[] = [];
  const unlike: string[] = [];
  for (const { handle, manager } of reviewed) {
    const both = [handle, manager].map((reader) =>
      posts.filter(({ post, whose }) => whose === handle && post.to === reader).map(({ post }) => post),
    );
    const [member, other] = both.map(([first]) => first);
    if (!member || !other || both.some(({ length }) => length !== 1)) {
      oneSided.push(`${handle}: ${both[0]?.length} to the member, ${both[1]?.length} to ${manager}`);
      continue;
    }
    const { day, time } = onTheWall(member.at, timeZoneOn(colleagueCalled(handle), REVIEW_DIGEST_ON));
    const isDay = day === REVIEW_DIGEST_ON && time >= FIRST.member && time <= LAST;
    if (!isDay) oneSided.push(`${handle}: on ${day} at ${time}`);
    const managers = onTheWall(member.at, timeZoneOn(colleagueCalled(manager), REVIEW_DIGEST_ON)).time;
    if (managers < FIRST.manager || managers > LAST) oneSided.push(`${handle}: ${managers} for ${manager}`);
    if (Math.abs(member.at.getTime() - other.at.getTime()) >= MINUTE_MILLISECONDS)
      oneSided.push(`${handle}: not at the same moment`);
    if (evidenceIn(record, member) !== evidenceIn(record, other)) unlike.push(`${handle}: ${manager} reads otherwise`);
  }
  const surplus = posts.length > reviewed.length * 2 ? [`${posts.length} instead of ${reviewed.length * 2}`] : [];
  return [
    {
      what: 'review evidence to member and manager at the same moment, by day for both',
      looked: reviewed.length * 2,
      problems: [...oneSided, ...surplus],
    },
    { what: 'both sides read the same evidence', looked: reviewed.length, problems: unlike },
  ];
}

/**
 * All but the sentences that know who reads, and the words of colleagues, which not everybody may read: those are looked
 * at on their own (`check-packets.ts`).
 */
function evidenceIn({ standing }: DemoRecord, { to, ts }: Post): string {
  const text = standing.find((message) => message.to === to && message.ts === ts)?.text ?? '';
  const parts = text.split('\n---\n').map((part) => (part.startsWith(FEEDBACK) ? (part.split('\n')[0] ?? '') : part));
  const lines = parts.join('\n---\n').split('\n');
  return lines.filter((line) => !line.startsWith('This is what is on record for')).join('\n');
}
