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
import { progressMessage } from '../progress/progress-message.ts';
import { ownRecordButton } from '../reviews/own-record-button.ts';
import { celebratedView } from '../wins/celebrated-view.ts';
import type { CelebratedWin } from '../wins/load-celebrated.ts';
import { absencesView } from './absences-view.ts';
import type { Readers } from './load-readers.ts';
import { optOutsView } from './opt-outs-view.ts';
import { peopleView } from './people-view.ts';
import { readersView } from './readers-view.ts';
import { thingsToDoView } from './things-to-do-view.ts';

export interface HomeParts {
  /** The person's own. */
  progress: Progress;
  /** Of those who report to them. */
  people: Progress;
  review: { cycleName: string; reviewOn: CalendarDay } | undefined;
  absences: readonly KnownAbsence[];
  things: readonly ThingToDo[];
  /** Undefined for somebody without a role. */
  impactMap: ImpactMap | undefined;
  /** Wins of theirs of late that colleagues celebrated. */
  celebrated: readonly CelebratedWin[];
  readers: Readers;
}

/** A person's own page: what is owed, everything on record about them, and when it will be used. */
export function homeView(
  { progress, people, review, absences, things, impactMap, celebrated, readers }: HomeParts,
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
      divider(),
      ...impactMapSection(impactMap),
      ...progressMessage(progress).blocks,
      ...pictures,
      ...celebratedView(celebrated),
      ...peopleView(people),
      divider(),
      section(
        review
          ? `*Next review*: ${escapeMrkdwn(review.cycleName)}, ${readableDay(review.reviewOn)}. You and your manager get the same evidence before it, at the same time.`
          : '*Next review*: none is planned.',
      ),
      ...readersView(readers),
      divider(),
      ...absencesView(absences),
      ...optOutsView(progress.members[0]?.optOuts ?? []),
      context('`/checkin`, `/plan`, `/progress` and `/throughline help` work in any channel.'),
    ],
  };
}
