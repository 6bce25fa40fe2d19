import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { findNamed } from '../people/find-named.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { partForm } from './part-form.ts';
import { findWin } from './store.ts';
import { asTold } from './told-again.ts';
import { winForm } from './win-form.ts';
import type { WinTyped } from './win-told.ts';
import { mentionedIn, wordsOfMessage } from './words-of-message.ts';

interface Opener {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** The form for a new win, with what is known of it filled in; whoever is no member is left out. */
export async function openWinForm(db: Database, opener: Opener, known: Partial<WinTyped> = {}): Promise<ModalView> {
  const { workspaceId, memberId, now } = opener;
  const calendar = await loadWorkingCalendar(db, opener);
  const wanted = (known.contributorIds ?? []).filter((id) => id !== memberId);
  const people = await findNamed(db, { workspaceId, memberIds: wanted });
  const nothing = { client: null, whatChanged: null, kind: null, evidenceUrl: null, metricKey: null, parts: [] };
  return winForm({
    filled: { ...nothing, isShareable: true, ...known, contributorIds: people.map(({ id }) => id) },
    people,
    metrics: await loadMetricNames(db, workspaceId),
    wonOn: dayOf(now, calendar?.timeZone ?? 'UTC'),
  });
}

/** The form for a win that a message tells: its words, its link, and those who wrote it or are mentioned in it. */
export async function openWinFormOn(
  db: Database,
  opener: Opener,
  message: { text: string; authorId: string | undefined; address: string | null },
): Promise<ModalView> {
  const { text, authorId, address: evidenceUrl } = message;
  const { workspaceId } = opener;
  const memberIds = [...new Set([...(authorId ? [authorId] : []), ...mentionedIn(text)])];
  const names = new Map((await findNamed(db, { workspaceId, memberIds })).map(({ id, name }) => [id, name]));
  const whatChanged = wordsOfMessage(text, names) || null;
  return openWinForm(db, opener, { whatChanged, contributorIds: memberIds, evidenceUrl });
}

/** The form for a win of their own as it stands; undefined where it is none of theirs that stands. */
export async function reopenWinForm(
  db: Database,
  { workspaceId, memberId, winId }: Opener & { winId: string },
): Promise<ModalView | undefined> {
  const win = await findWin(db, workspaceId, winId);
  if (win?.recordedById !== memberId || win.withdrawnAt !== null) return undefined;
  const filled = asTold(win);
  return winForm({
    win: { id: winId, told: filled },
    filled,
    people: await findNamed(db, { workspaceId, memberIds: filled.contributorIds }),
    metrics: await loadMetricNames(db, workspaceId),
    wonOn: win.wonOn,
  });
}

/** The form for one's own part; undefined where the win does not name them. */
export async function openPartForm(
  db: Database,
  { workspaceId, memberId, winId }: Opener & { winId: string },
): Promise<ModalView | undefined> {
  const win = await findWin(db, workspaceId, winId);
  const own = win?.contributors.find((one) => one.memberId === memberId);
  const isNamed = own !== undefined || win?.declinedIds.includes(memberId);
  if (!win || win.withdrawnAt !== null || !isNamed) return undefined;
  return partForm({ winId, client: win.client, part: own?.part ?? null });
}
