import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { differingSources } from '../observations/differing-sources.ts';
import { findOpenChallenges } from './challenge-store.ts';
import { type Answerers, loadAnswerers } from './load-answerers.ts';
import { findManySourced, findNumbers, findStandingNumbers, findUnverified, type Scope } from './store.ts';
import { findLeftOpen } from './verdict-store.ts';
import type { Waiting, WaitingChallenge, WaitingDifference } from './waiting.ts';

/** A review looks back a year, and a little more. */
const VALUES_DAYS = 400;
export const DIFFERENCES_DAYS = 120;
const MOST_VALUES = 100;

interface Asks {
  workspaceId: string;
  /** Who answers. */
  actorId: string;
  now: Date;
}

/** All that waits for this person: values to verify, sources that differ, challenges to answer. */
export async function loadWaiting(db: Transaction, asks: Asks): Promise<Waiting> {
  const { workspaceId, actorId, now } = asks;
  const answerers = await loadAnswerers(db, workspaceId);
  const scope = (days: number): Scope => ({
    workspaceId,
    since: plusDays(dayOf(now, 'UTC'), -days),
    ...answerers.scopeOf(actorId),
  });
  const isTheirs = (number: { memberId: string; metricKey: string }) => answerers.of(number) === actorId;
  const values = (await findUnverified(db, scope(VALUES_DAYS))).filter(isTheirs);
  return {
    values: values.slice(0, MOST_VALUES),
    valueCount: values.length,
    differences: await loadDifferences(db, { scope: scope(DIFFERENCES_DAYS), isTheirs }),
    challenges: await loadChallenges(db, { workspaceId, actorId, answerers }),
  };
}

interface Differing {
  scope: Scope;
  isTheirs(number: { memberId: string; metricKey: string }): boolean;
}

async function loadDifferences(db: Transaction, { scope, isTheirs }: Differing): Promise<WaitingDifference[]> {
  const { workspaceId, since } = scope;
  const candidates = (await findManySourced(db, scope)).filter(isTheirs);
  if (candidates.length === 0) return [];
  const memberIds = [...new Set(candidates.map(({ memberId }) => memberId))];
  const numbers = await findStandingNumbers(db, { workspaceId, memberIds, since });
  const differences = candidates.flatMap(({ memberId, metricKey }) => {
    const values = numbers.filter((one) => one.memberId === memberId && one.metricKey === metricKey);
    const latest = values.toSorted((one, other) => one.version - other.version).at(-1);
    const found = differingSources(values, latest?.tolerancePercent ?? null);
    return found.map(({ period, says }) => ({ memberId, metricName: latest?.metricName ?? '', period, says }));
  });
  const ids = differences.flatMap(({ says }) => says.flatMap(({ values }) => values.map(({ id }) => id)));
  const leftOpen = await findLeftOpen(db, ids);
  return differences.map((difference) => {
    const all = difference.says.flatMap(({ values }) => values);
    const reasons = all.map(({ id }) => leftOpen.get(id));
    // A value that came after somebody left it open makes it new again.
    const leftOpenBecause = reasons.includes(undefined) ? null : (reasons[0] ?? null);
    return { ...difference, leftOpenBecause };
  });
}

async function loadChallenges(
  db: Transaction,
  { workspaceId, actorId, answerers }: { workspaceId: string; actorId: string; answerers: Answerers },
): Promise<WaitingChallenge[]> {
  const open = (await findOpenChallenges(db, workspaceId)).filter((one) => answerers.of(one) === actorId);
  const numbers = await findNumbers(
    db,
    workspaceId,
    open.map(({ observationId }) => observationId),
  );
  return open.flatMap((challenge) => {
    const number = numbers.find((one) => one.id === challenge.observationId);
    return number ? [{ ...challenge, number }] : [];
  });
}
