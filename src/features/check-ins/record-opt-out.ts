import { insertPlanned } from '../../platform/jobs/ledger.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { clearExcuse, excuseOptedOut, findOpenOf } from './controls-store.ts';
import { CHECK_IN_PROMPT } from './delivery-names.ts';
import { deleteOptOut, type OptOutName, saveOptOut } from './opt-out-store.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import { nextReminder } from './reminder.ts';
import { findCadences, findCheckIn } from './store.ts';

/** "Not for me": nothing of this cadence is owed from now on, until they, or an administrator, take it back. */
export async function recordOptOut(
  db: Database,
  which: OptOutName & { reason: string | null; now: Date },
): Promise<void> {
  const { workspaceId, reason, now } = which;
  await db.$transaction(async (transaction) => {
    await saveOptOut(transaction, which, { reason, now });
    const open = await findOpenOf(transaction, { ...nameIn(which), excuse: null, now });
    await excuseOptedOut(transaction, open, reason);
    await refreshCheckIns(transaction, {
      workspaceId,
      checkIns: await checkInsOf(transaction, workspaceId, open),
      now,
    });
  });
}

/** "Ask me again". What is open of it is owed again, and asked if it was not. */
export async function recordOptIn(db: Database, which: OptOutName & { now: Date }): Promise<void> {
  const { workspaceId, memberId, cadenceKey, now } = which;
  await db.$transaction(async (transaction) => {
    await deleteOptOut(transaction, which);
    const cadence = (await findCadences(transaction, workspaceId)).find(({ key }) => key === cadenceKey);
    const calendar = await loadWorkingCalendar(transaction, which);
    if (!cadence || !calendar) return;
    const open = await findOpenOf(transaction, { ...nameIn(which), excuse: 'opted_out', now });
    const checkIns = await checkInsOf(transaction, workspaceId, open);
    for (const { id, promptAt, promptGroup, closesAt, reminded } of checkIns) {
      const from = promptAt > now ? promptAt : now;
      const dueAt = nextHumaneMoment(calendar, { from, until: closesAt }).at;
      if (!dueAt) continue;
      const remindAt = nextReminder(cadence, calendar, { after: dueAt, closesAt, reminded });
      await clearExcuse(transaction, id, { remindAt, timeZone: calendar.timeZone });
      const prompt = { recipient: memberId, occurrence: promptGroup, dueAt };
      await insertPlanned(transaction, workspaceId, CHECK_IN_PROMPT, [prompt], now);
    }
    await refreshCheckIns(transaction, { workspaceId, checkIns, now });
  });
}

function nameIn({ workspaceId, cadenceKey, memberId }: OptOutName): OptOutName {
  return { workspaceId, cadenceKey, memberId };
}

async function checkInsOf(transaction: Transaction, workspaceId: string, ids: string[]) {
  const found = await Promise.all(ids.map((id) => findCheckIn(transaction, workspaceId, id)));
  return found.filter((checkIn) => checkIn !== undefined);
}
