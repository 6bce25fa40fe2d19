import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { findDelivery } from '../../platform/jobs/ledger.ts';
import { findBadTime } from '../people/find-bad-time.ts';
import { WIN_DIGEST, WIN_DIGEST_STORIES, WIN_PART } from './delivery-names.ts';
import { digestMessage, storiesMessage } from './digest-message.ts';
import { digestOccurrence } from './digest-occurrence.ts';
import { findDigestTeams, findPlannedDigests, lockTeams } from './digest-store.ts';
import { type DigestWeek, latestDigestWeek } from './digest-week.ts';
import { loadDigest } from './load-digest.ts';
import { partGoneMessage, partMessage } from './part-message.ts';
import { findWin } from './store.ts';

const HOUR_MILLISECONDS = 60 * 60_000;
/** After a longer silence of ours the week is old news; the wins stay in everyone's record. */
const LATEST_HOURS = 72;
const OLD_NEWS = 'its week is old news';

/** Tells a team's channel, once a week, what clients won. */
export const winDigest: DeliveryKind = {
  name: WIN_DIGEST,
  describes: 'the weekly client-win digest of each team, to its channel',
  lateness: 'sent up to 72 hours after its hour; after that the week is old news, and its wins stay on record',
  plan: planDigestsOf(WIN_DIGEST),
  async compose(db, delivery, now) {
    const loaded = await loadDigest(db, delivery);
    if (!loaded) return { outcome: 'skip', reason: 'the team is gone' };
    const { team, digest } = loaded;
    if (delivery.messageTs === null && isOldNews(digest.week, now)) return { outcome: 'skip', reason: OLD_NEWS };
    const isNothing = digest.wins.length === 0 && digest.moves.length === 0;
    if (isNothing && team.whenNoWins === 'stay_silent' && delivery.messageTs === null) {
      return { outcome: 'skip', reason: 'no wins this week' };
    }
    return { outcome: 'message', message: digestMessage(digest) };
  },
};

/** The thread under the digest: each win in full. */
export const winDigestStories: DeliveryKind = {
  name: WIN_DIGEST_STORIES,
  describes: 'the stories in the thread under each client-win digest',
  lateness: 'sent whenever its digest is',
  plan: planDigestsOf(WIN_DIGEST_STORIES),
  async compose(db, delivery, now) {
    const wins = (await loadDigest(db, delivery))?.digest.wins;
    if (!wins || (wins.length === 0 && delivery.messageTs === null))
      return { outcome: 'skip', reason: 'no wins this week' };
    const parent = await findDelivery(db, { ...delivery, kind: WIN_DIGEST });
    if (parent?.status === 'dead' || parent?.reason === OLD_NEWS) {
      return { outcome: 'skip', reason: 'its digest was not sent' };
    }
    if (!parent?.messageTs) {
      return { outcome: 'wait', until: new Date(now.getTime() + 1000), reason: 'waits for its digest' };
    }
    return { outcome: 'message', message: storiesMessage(wins), threadTs: parent.messageTs };
  },
};

/** Being asked about a part can wait for as long as somebody is away. */
const LONGEST_WAIT_MILLISECONDS = 30 * 24 * HOUR_MILLISECONDS;

/** Asks each who was named in a win whether their part is told rightly. The step that saves the win names them. */
export const winPart: DeliveryKind = {
  name: WIN_PART,
  describes: 'to everyone who is named in a win: whether their part is told rightly',
  lateness: 'sent up to 30 days later, while the win stands; after that not at all',
  waitsForPeople: true,
  plan: async () => [],
  async compose(db, { workspaceId, recipient: memberId, occurrence, messageTs, plannedAt }, now) {
    const win = await findWin(db, workspaceId, occurrence);
    const partState = win?.declinedIds.includes(memberId)
      ? 'declined'
      : win?.contributors.find((one) => one.memberId === memberId)?.partState;
    const isNamed = win && win.withdrawnAt === null && partState !== undefined;
    if (!isNamed) {
      if (messageTs !== null) return { outcome: 'message', message: partGoneMessage() };
      return { outcome: 'skip', reason: 'taken back before it was sent' };
    }
    if (messageTs === null) {
      const until = new Date(plannedAt.getTime() + LONGEST_WAIT_MILLISECONDS);
      const badTime = await findBadTime(db, { workspaceId, memberId, until }, now);
      if (badTime) return badTime;
    }
    return { outcome: 'message', message: partMessage(win, { memberId, partState }) };
  },
};

/** A week is told once, even when the team's channel is changed afterwards. */
function planDigestsOf(kind: string): DeliveryKind['plan'] {
  return async (transaction, workspaceId, now) => {
    const due = (await findDigestTeams(transaction, workspaceId)).flatMap((team) => {
      const week = latestDigestWeek(team, now);
      if (team.channelId === null || isOldNews(week, now) || week.dueAt < team.definedAt) return [];
      const occurrence = digestOccurrence(team.key, week.to);
      return [{ key: team.key, delivery: { recipient: team.channelId, occurrence, dueAt: week.dueAt } }];
    });
    const occurrences = due.map(({ delivery }) => delivery.occurrence);
    const planned = await findPlannedDigests(transaction, { workspaceId, kind, occurrences });
    const fresh = due.filter(({ delivery }) => !planned.has(delivery.occurrence));
    if (fresh.length > 0) {
      await lockTeams(transaction, { workspaceId, keys: fresh.map(({ key }) => key), how: 'alone' });
    }
    return fresh.map(({ delivery }) => delivery);
  };
}

function isOldNews({ dueAt }: DigestWeek, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > LATEST_HOURS * HOUR_MILLISECONDS;
}
