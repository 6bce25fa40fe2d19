import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { aboutView, readAboutView } from './about-view.ts';
import { type AboutWhom, type FeedbackAbout, loadFeedbackAbout } from './load-feedback-about.ts';
import { loadFeedbackOverview } from './load-feedback-overview.ts';
import { overviewView } from './overview-view.ts';

interface Who {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** What somebody gave, got, asked and was asked for. */
export async function openOverview(db: Database, who: Who, page = 0): Promise<ModalView> {
  return overviewView(await loadFeedbackOverview(db, who), page);
}

export type OpenedAbout = { outcome: 'view'; view: ModalView } | Exclude<FeedbackAbout, { outcome: 'shown' }>;

/** The feedback about a person or a team, and what it comes to. */
export async function openAbout(
  db: Database,
  { workspaceId, memberId: readerId, now }: Who,
  about: AboutWhom,
  page = 0,
): Promise<OpenedAbout> {
  const loaded = await loadFeedbackAbout(db, { workspaceId, readerId, about, now });
  if (loaded.outcome !== 'shown') return loaded;
  return { outcome: 'view', view: aboutView(loaded, about, page, dayOf(now, 'UTC')) };
}

/** The same view as it is now, on the page that it showed or another one. */
export function reopenAbout(db: Database, who: Who, privateMetadata: string, page?: number): Promise<OpenedAbout> {
  const shown = readAboutView(privateMetadata);
  return openAbout(db, who, shown.about, page ?? shown.page);
}
