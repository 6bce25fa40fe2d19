import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { type Challenge, findUntold } from './challenge-store.ts';
import { CHALLENGE, CHALLENGE_ANSWER } from './delivery-names.ts';
import { type Answerers, loadAnswerers } from './load-answerers.ts';

/** What is older was told, or concerned nobody who is here. */
const LOOK_BACK_MILLISECONDS = 30 * 24 * 3_600_000;

interface Planning {
  workspaceId: string;
  about: 'challenge' | 'answer';
  now: Date;
}

/** Everybody concerned by a challenge, or by its answer, but whoever made it. */
export async function gatherChallenges(db: Transaction, planning: Planning): Promise<PlannedDelivery[]> {
  const { workspaceId, about, now } = planning;
  const kind = about === 'challenge' ? CHALLENGE : CHALLENGE_ANSWER;
  const since = new Date(now.getTime() - LOOK_BACK_MILLISECONDS);
  const untold = await findUntold(db, { workspaceId, kind, about, since });
  if (untold.length === 0) return [];
  const answerers = await loadAnswerers(db, workspaceId);
  const planned: PlannedDelivery[] = [];
  for (const challenge of untold) {
    const { id: occurrence, memberId, metricKey } = challenge;
    const parts = ['numbers' as const];
    const at = [{ subjectId: memberId, parts, metricKeys: [metricKey] }];
    for (const recipient of concernedBy(challenge, about, answerers)) {
      await recordLooks(db, { workspaceId, actorId: recipient, at, surface: 'a challenge', now });
      planned.push({ recipient, occurrence, dueAt: now });
    }
  }
  return planned;
}

function concernedBy(challenge: Challenge, about: Planning['about'], answerers: Answerers): string[] {
  const { memberId, challengerId, answeredById } = challenge;
  const all = [memberId, answerers.managerOf(memberId), answerers.of(challenge), challengerId];
  const actor = about === 'challenge' ? challengerId : answeredById;
  const others = all.filter((id) => id !== null).filter((id) => id !== actor && answerers.isHere(id));
  return [...new Set(others)].sort();
}
