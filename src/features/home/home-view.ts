import type { HomeView, KnownBlock } from '@slack/types';
import { actions, context, divider, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { ThingToDo } from '../../platform/slack/thing-to-do.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { checkInButton } from '../check-ins/check-in-button.ts';
import type { ImpactMap } from '../metrics/impact-map.ts';
import { impactMapSection } from '../metrics/impact-map-message.ts';
import type { KnownAbsence } from '../people/load-absences.ts';
import type { Progress } from '../progress/load-progress.ts';
import { progressMessages } from '../progress/progress-message.ts';
import { ownRecordButton } from '../reviews/own-record-button.ts';
import { absencesView } from './absences-view.ts';
import { optOutsView } from './opt-outs-view.ts';
import { thingsToDoView } from './things-to-do-view.ts';

/** A person's own page: what is owed, everything on record about them, and when it will be used. */
export function homeView(
  progress: Progress,
  review: { cycleName: string; reviewOn: CalendarDay } | undefined,
  absences: readonly KnownAbsence[],
  things: readonly ThingToDo[],
  impactMap: ImpactMap | undefined,
  /** Of their numbers, hung. */
  pictures: readonly KnownBlock[] = [],
): HomeView {
  if (progress.outcome !== 'shown') {
    return { type: 'home', blocks: [section('Nothing is kept about you here.')] };
  }
  return {
    type: 'home',
    blocks: [
      ...thingsToDoView(things),
      actions('check_in', [checkInButton(), ownRecordButton()]),
      ...absencesView(absences),
      ...optOutsView(progress.members[0]?.optOuts ?? []),
      divider(),
      ...impactMapSection(impactMap),
      ...progressMessages(progress).flatMap(({ blocks }) => blocks),
      ...pictures,
      divider(),
      section(
        review
          ? `*Next review*: ${escapeMrkdwn(review.cycleName)}, ${readableDay(review.reviewOn)}. You and your manager get the same evidence before it, at the same time.`
          : '*Next review*: none is planned.',
      ),
      context('`/checkin`, `/progress` and `/throughline help` work in any channel.'),
    ],
  };
}
