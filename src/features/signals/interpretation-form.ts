import type { ViewOutput } from '@slack/bolt';
import type { ModalView, PlainTextOption } from '@slack/types';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { CONTEXTS, type Context } from './interpretation.ts';
import { numberName, readNumberName } from './number-name.ts';
import type { MetricReading, ReadPeriod } from './reading.ts';

export const INTERPRETATION_FORM = 'interpretation';

const NUMBER = 'number';
const MEANING = 'meaning';
const CONTEXT = 'context';
const GIVEN = 'given';
/** Of each metric; what is older is talked about already. */
const LATEST = 8;
const MOST_METRICS = 100;
const MOST_LETTERS = 1000;

/** Asks for one of the numbers, what it means and what lay behind it. At least one of the readings has a number. */
export function interpretationForm(readings: readonly MetricReading[], chosen?: string): ModalView {
  const groups = readings
    .filter(({ periods }) => periods.length > 0)
    .slice(0, MOST_METRICS)
    .map((reading) => ({
      label: plainText(cut(reading.metric.name, 75)),
      options: reading.periods
        .slice(-LATEST)
        .reverse()
        .map((read) => numberOption(reading, read)),
    }));
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === chosen);
  return {
    type: 'modal',
    callback_id: INTERPRETATION_FORM,
    title: plainText('What a number means'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      input({
        blockId: NUMBER,
        label: 'Which number',
        element: {
          type: 'static_select',
          action_id: GIVEN,
          option_groups: groups,
          ...(initial && { initial_option: initial }),
        },
      }),
      input({
        blockId: MEANING,
        label: 'What it means',
        hint: 'In your own words. Nothing is changed later; you can add to it.',
        element: { type: 'plain_text_input', action_id: GIVEN, multiline: true, max_length: MOST_LETTERS },
      }),
      input({
        blockId: CONTEXT,
        label: 'What lay behind it',
        element: {
          type: 'radio_buttons',
          action_id: GIVEN,
          options: Object.entries(CONTEXTS).map(([key, words]) => option(capitalised(words), key)),
        },
      }),
      context('It stands beside the number wherever the number is shown, and in the evidence for your review.'),
    ],
  };
}

export type TypedInterpretation =
  | { ok: true; metricKey: string; periodOn: CalendarDay; meaning: string; context: Context }
  | { ok: false; errors: Record<string, string> };

export function readInterpretationForm({ state }: Pick<ViewOutput, 'state'>): TypedInterpretation {
  const number = readNumberName(state.values[NUMBER]?.[GIVEN]?.selected_option?.value ?? '');
  const meaning = state.values[MEANING]?.[GIVEN]?.value?.trim();
  const picked = state.values[CONTEXT]?.[GIVEN]?.selected_option?.value;
  if (number && meaning && isContext(picked)) return { ok: true, ...number, meaning, context: picked };
  return {
    ok: false,
    errors: {
      ...(!number && { [NUMBER]: 'Choose the number.' }),
      ...(!meaning && { [MEANING]: 'Say what it means, in a few words.' }),
      ...(!isContext(picked) && { [CONTEXT]: 'Choose what lay behind it.' }),
    },
  };
}

function numberOption({ metric }: MetricReading, read: ReadPeriod): PlainTextOption {
  const mark = read.signal ? ', worth talking about' : '';
  const words = `${readableValue(read.value, read)}, ${readablePeriod(read.period)}${mark}`;
  return option(words, numberName(metric.key, read.period.from));
}

function isContext(picked: string | undefined): picked is Context {
  return picked !== undefined && Object.hasOwn(CONTEXTS, picked);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
