import type { Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { loadAnswerers } from './load-answerers.ts';

export interface Numbered {
  memberId: string;
  metricKey: string;
}

/** What one person may do about numbers, as it is now. */
interface Judge {
  isHere: boolean;
  mayVerify(number: Numbered): boolean;
  mayCorrect(number: Numbered): boolean;
}

export async function loadJudge(
  db: Transaction,
  asks: { workspaceId: string; actorId: string; now: Date },
): Promise<Judge> {
  const actor = await loadStanding(db, asks);
  const answerers = await loadAnswerers(db, asks.workspaceId);
  const subject = (number: Numbered) => ({ ...number, answererId: answerers.of(number) });
  return {
    isHere: actor.isHere,
    mayVerify: ({ memberId, metricKey }) => may(actor, 'verify', subject({ memberId, metricKey })),
    mayCorrect: ({ memberId, metricKey }) => may(actor, 'correct', subject({ memberId, metricKey })),
  };
}
