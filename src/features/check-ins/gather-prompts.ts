import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { CHECK_IN_PROMPT } from './delivery-names.ts';
import { openDueCheckIns } from './open-due-check-ins.ts';
import { findWaitingPrompts, joinPrompts } from './planning-store.ts';
import { groupPrompts, type PromptedCheckIn, TOGETHER_MILLISECONDS } from './prompt-groups.ts';
import type { DefinedCadence } from './store.ts';

/** Opens what fell due and names the prompts for it: one message a member for all that falls due at nearly one time. */
export async function gatherPrompts(
  db: Transaction,
  { workspaceId, cadences, now }: { workspaceId: string; cadences: DefinedCadence[]; now: Date },
): Promise<PlannedDelivery[]> {
  const opened: PromptedCheckIn[] = [];
  for (const cadence of cadences) opened.push(...(await openDueCheckIns(db, { workspaceId, cadence, now })));
  if (opened.length === 0) return [];
  if (cadences.length > 1) {
    // What falls due in a moment goes with it, rather than after it.
    const only = { memberIds: [...new Set(opened.map(({ memberId }) => memberId))], until: soonAfter(now) };
    for (const cadence of cadences) opened.push(...(await openDueCheckIns(db, { workspaceId, cadence, now, only })));
  }
  const moments = opened.map(({ promptAt }) => promptAt.getTime());
  const waiting = await findWaitingPrompts(db, workspaceId, {
    promptKind: CHECK_IN_PROMPT,
    from: new Date(Math.min(...moments) - TOGETHER_MILLISECONDS),
    to: soonAfter(new Date(Math.max(...moments))),
  });
  const isWaiting = new Set(waiting);
  const groups = groupPrompts([...waiting, ...opened], (checkIn) => isWaiting.has(checkIn));
  const joining = groups.flatMap(({ promptGroup, checkIns }) =>
    checkIns.filter((one) => one.promptGroup !== promptGroup).map(({ id }) => ({ id, promptGroup })),
  );
  await joinPrompts(db, joining);
  const changed = [...new Set(joining.map(({ promptGroup }) => promptGroup))];
  // Should a message be on its way this very moment, it takes up the others all the same.
  if (changed.length > 0) {
    await refreshDeliveries(db, { workspaceId, kind: CHECK_IN_PROMPT, occurrence: changed }, now);
  }
  return groups.map(({ promptGroup, memberId, dueAt }) => ({ recipient: memberId, occurrence: promptGroup, dueAt }));
}

function soonAfter(moment: Date): Date {
  return new Date(moment.getTime() + TOGETHER_MILLISECONDS);
}
