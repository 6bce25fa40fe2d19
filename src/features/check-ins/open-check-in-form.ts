import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { loadAskedGoals } from '../growth/load-goals.ts';
import { loadCheckInValues } from '../observations/load-check-in-values.ts';
import { loadTrends } from '../observations/load-trends.ts';
import { findNamed } from '../people/find-named.ts';
import { loadCheckInWin } from '../wins/load-check-in-win.ts';
import { findDraft } from './answer-store.ts';
import { type CheckInFormParts, checkInForm } from './check-in-form.ts';
import { findCheckInToAnswer } from './find-check-in-to-answer.ts';
import { type CheckInName, findCheckIn } from './store.ts';

/** How far back the last value of a metric is looked for. */
const LOOK_BACK_DAYS = 400;

export type OpenedForm = { outcome: 'form'; form: ModalView } | { outcome: 'no-team' | 'no-cadence' | 'not-yours' };

/** The form for whatever this member should answer now. */
export async function openCheckInForm(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<OpenedForm> {
  const found = await findCheckInToAnswer(db, { workspaceId, memberId, now });
  if (found.outcome !== 'found') return found;
  const { cadence, occurrence, checkIn, standing } = found;
  const name = { workspaceId, cadenceKey: cadence.key, memberId, occursOn: (checkIn ?? occurrence).occursOn };
  const { answer = null, frozenFor = null } = checkIn ?? {};
  const request = { ...name, cadenceName: cadence.name, standing, answer, frozenFor };
  return { outcome: 'form', form: await buildForm(db, request, checkIn?.id) };
}

/** The form for one check-in, from the button of its message. Only its own member may open it. */
export async function reopenCheckInForm(
  db: Database,
  { workspaceId, memberId, checkInId, now }: { workspaceId: string; memberId: string; checkInId: string; now: Date },
): Promise<OpenedForm> {
  const checkIn = await findCheckIn(db, workspaceId, checkInId);
  if (checkIn?.memberId !== memberId) return { outcome: 'not-yours' };
  const standing = checkIn.answer ? 'answered' : now < checkIn.closesAt ? 'open' : 'late';
  return { outcome: 'form', form: await buildForm(db, { workspaceId, ...checkIn, standing }, checkInId) };
}

type FormRequest = CheckInName & Omit<CheckInFormParts, 'trends' | 'given' | 'win' | 'people' | 'goals' | 'draft'>;

async function buildForm(db: Database, request: FormRequest, checkInId?: string): Promise<ModalView> {
  const { workspaceId, memberId, occursOn } = request;
  const span = { from: plusDays(occursOn, -LOOK_BACK_DAYS), to: plusDays(occursOn, -1) };
  const trends = await loadTrends(db, { workspaceId, memberIds: [memberId], ...span });
  const asked = (trends.get(memberId) ?? []).filter(({ isAsked }) => isAsked);
  const given = checkInId === undefined ? [] : await loadCheckInValues(db, checkInId);
  const draft = (await findDraft(db, request)) ?? null;
  const win = checkInId === undefined ? undefined : await loadCheckInWin(db, { workspaceId, checkInId });
  const memberIds = (draft?.typed ?? win?.told)?.contributorIds ?? [];
  const people = await findNamed(db, { workspaceId, memberIds });
  const goals = await loadAskedGoals(db, { workspaceId, memberId, checkInId });
  return checkInForm({ ...request, trends: asked, given, win, people, goals, draft });
}
