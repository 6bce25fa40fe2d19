import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { loadOwnValues } from '../observations/load-own-values.ts';
import { loadTrends } from '../observations/load-trends.ts';
import { latestDay } from '../observations/observation-row.ts';
import { type Asker, findToday } from '../people/find-today.ts';
import { correctionForm, MOST_CORRECTABLE } from './correction-form.ts';
import { updateForm } from './update-form.ts';

/** How far back the last value of a metric is looked for. */
const LOOK_BACK_DAYS = 400;

export type OpenedForm = { outcome: 'form'; form: ModalView } | { outcome: 'no-metrics' | 'no-values' };

/** The form for new values of one's own metrics. */
export async function openUpdateForm(db: Database, asker: Asker): Promise<OpenedForm> {
  const { workspaceId, memberId, now } = asker;
  const today = await findToday(db, asker);
  const latestOn = latestDay(now);
  const span = { from: plusDays(today, -LOOK_BACK_DAYS), to: latestOn };
  const trends = (await loadTrends(db, { workspaceId, memberIds: [memberId], ...span })).get(memberId) ?? [];
  const asked = trends.filter(({ isAsked }) => isAsked);
  if (asked.length === 0) return { outcome: 'no-metrics' };
  return { outcome: 'form', form: updateForm({ trends: asked, today, latestOn }) };
}

/** The form to correct or take back what one gave oneself. */
export async function openCorrectionForm(db: Database, asker: Asker): Promise<OpenedForm> {
  const from = plusDays(await findToday(db, asker), -LOOK_BACK_DAYS);
  const values = await loadOwnValues(db, { ...asker, from, most: MOST_CORRECTABLE });
  return values.length > 0 ? { outcome: 'form', form: correctionForm(values) } : { outcome: 'no-values' };
}
