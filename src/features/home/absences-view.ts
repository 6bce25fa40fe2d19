import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../../platform/slack/block-kit.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { awayButton } from '../check-ins/away-button.ts';
import type { KnownAbsence } from '../people/load-absences.ts';

/** Its value is the absence's id. */
export const REMOVE_ABSENCE_BUTTON = 'remove_absence';

const MOST_SHOWN = 10;

/** When the person is away, with the way to say so and to take it back. */
export function absencesView(absences: readonly KnownAbsence[]): KnownBlock[] {
  const shown = absences.slice(0, MOST_SHOWN);
  const more = absences.length - shown.length;
  return [
    section(
      absences.length === 0
        ? '*Away*: no days. You are not asked while you are away.'
        : `*Away*: you are not asked on these days.${more > 0 ? ` ${more} later ones are not shown.` : ''}`,
    ),
    ...shown.map((absence) => section(`• ${readableAbsence(absence)}`, removeButton(absence))),
    actions('away', [awayButton()]),
  ];
}

function readableAbsence({ awayFrom, awayUntil, source }: KnownAbsence): string {
  const days = awayFrom === awayUntil ? readableDay(awayFrom) : `${readableDay(awayFrom)} to ${readableDay(awayUntil)}`;
  return source === 'slack_status' ? `${days}, from your Slack status` : days;
}

function removeButton(absence: KnownAbsence) {
  const label = `Remove: away ${readableDay(absence.awayFrom)}`;
  return button({ actionId: REMOVE_ABSENCE_BUTTON, text: 'Remove', value: absence.id, label });
}
