import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { findDelivery } from '../../platform/jobs/ledger.ts';
import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, fromDatabaseDate, plusDays } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { trendPictures } from '../signals/trend-pictures-message.ts';
import { reviewDigestMessage } from './digest-message.ts';
import { digestOccurrence, pageOccurrence, readDigestOccurrence } from './digest-occurrence.ts';
import type { Side } from './evidence.ts';
import { evidencePages } from './evidence-message.ts';
import { findReadersWithout } from './find-readers.ts';
import { freezeEvidence } from './freeze-evidence.ts';
import { findDigestsWithoutPages, findPacket } from './store.ts';
import { frozenPanels } from './trend-evidence.ts';

const REVIEW_DIGEST = 'review-digest';
const REVIEW_DIGEST_PAGES = 'review-digest-pages';
const NOT_THEIRS = 'the review was removed, or they are not the manager any more';

/**
 * Before each formal review the same evidence goes to both sides at once. It is frozen when it falls due, so that what is
 * reported in the meantime cannot make the two read different things. Late by us: sent up to the day of the review.
 */
export const reviewDigest: DeliveryKind = {
  name: REVIEW_DIGEST,
  describes: 'the evidence before each formal review, to the member and their manager at the same time',
  lateness: 'sent up to the day of the review; after that not at all',
  async plan(transaction, workspaceId, now) {
    await freezeEvidence(transaction, { workspaceId, now });
    // A day of slack: today is not the same day everywhere.
    const from = plusDays(dayOf(now, 'UTC'), -1);
    const readers = await findReadersWithout(transaction, { workspaceId, kind: REVIEW_DIGEST, from });
    for (const { memberId, readerId } of readers) {
      const at = [
        {
          subjectId: memberId,
          parts: ['numbers' as const, 'words' as const, 'wins' as const, 'feedback' as const, 'plan' as const],
        },
      ];
      await recordLooks(transaction, { workspaceId, actorId: readerId, at, surface: 'review digest', now });
    }
    return readers.map(({ reviewId, reviewOn, frozenAt, readerId }) => ({
      recipient: readerId,
      occurrence: digestOccurrence(reviewId, fromDatabaseDate(reviewOn)),
      dueAt: frozenAt,
    }));
  },
  async compose(db, delivery, now) {
    const evidence = await readableEvidence(db, delivery, now);
    if (!evidence) return { outcome: 'skip', reason: NOT_THEIRS };
    return { outcome: 'message', message: reviewDigestMessage(evidence, delivery.recipient) };
  },
};

/** The thread under the digest: everything in it, nothing cut. */
export const reviewDigestPages: DeliveryKind = {
  name: REVIEW_DIGEST_PAGES,
  describes: 'the whole evidence, page by page, in the thread under each review digest',
  lateness: 'sent whenever its digest is',
  async plan(transaction, workspaceId, now) {
    const kinds = { digest: REVIEW_DIGEST, pages: REVIEW_DIGEST_PAGES };
    const digests = await findDigestsWithoutPages(transaction, { workspaceId, ...kinds });
    const pages = await Promise.all(
      digests.map(async ({ recipient, occurrence }) => {
        const packet = await findPacket(transaction, { workspaceId, ...readDigestOccurrence(occurrence) });
        return (packet ? evidencePages(packet.evidence, sideOf(packet, recipient)) : []).map((_, at) => ({
          recipient,
          occurrence: pageOccurrence(occurrence, at + 1),
          dueAt: now,
        }));
      }),
    );
    return pages.flat();
  },
  async compose(db, delivery, now) {
    const { reviewId, reviewOn, page } = readDigestOccurrence(delivery.occurrence);
    const evidence = await readableEvidence(db, delivery, now);
    const message = evidence && evidencePages(evidence, sideOf(evidence, delivery.recipient))[page - 1];
    if (!message) return { outcome: 'skip', reason: NOT_THEIRS };
    const digest = digestOccurrence(reviewId, reviewOn);
    const parent = await findDelivery(db, { ...delivery, kind: REVIEW_DIGEST, occurrence: digest });
    if (!parent?.messageTs) return { outcome: 'skip', reason: 'its digest was not sent' };
    const before = pageOccurrence(digest, page - 1);
    const earlier = page > 1 && (await findDelivery(db, { ...delivery, occurrence: before }));
    if (earlier && ['pending', 'sending'].includes(earlier.status)) {
      return { outcome: 'wait', until: new Date(now.getTime() + 1000), reason: 'waits for the page before' };
    }
    // The pictures of the numbers hang under the first page, drawn from what was frozen.
    const pictures = page === 1 ? trendPictures(frozenPanels(evidence.charts)) : [];
    const pictured = { text: message.text, blocks: [...message.blocks, ...pictures] };
    return { outcome: 'message', message: pictured, threadTs: parent.messageTs };
  },
};

function sideOf({ memberId }: { memberId: string }, readerId: string): Side {
  return readerId === memberId ? 'member' : 'manager';
}

const ALL_OF_IT = ['see-numbers', 'see-words', 'see-wins'] as const;

/** Undefined when whoever it was meant for may not read it any more. */
async function readableEvidence(db: Transaction, { workspaceId, recipient, occurrence }: Delivery, now: Date) {
  const packet = await findPacket(db, { workspaceId, ...readDigestOccurrence(occurrence) });
  if (!packet) return undefined;
  const { memberId, evidence } = packet;
  const reader = await loadStanding(db, { workspaceId, actorId: recipient, now });
  if (!ALL_OF_IT.every((action) => may(reader, action, { memberId }))) return undefined;
  return may(reader, 'see-peer-feedback', { memberId }) ? evidence : { ...evidence, feedback: [] };
}
