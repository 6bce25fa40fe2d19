import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { isWebAddress } from '../observations/observation-row.ts';
import type { OwnValue } from '../observations/own-value.ts';

export const CORRECTION_FORM = 'correct_progress';

/** As many as Slack's menu takes. */
export const MOST_CORRECTABLE = 100;

const WHICH = 'which';
const WHAT = 'what';
const VALUE = 'value';
const EVIDENCE = 'evidence';
const REASON = 'reason';
const TYPED = 'typed';

/** One value that stands: another in its place, or taken back. Either says why. */
export function correctionForm(values: OwnValue[]): ModalView {
  const choices = [option('Another number is right', 'correct'), option('Take it back: it counts nowhere', 'withdraw')];
  const [correct] = choices;
  return {
    type: 'modal',
    callback_id: CORRECTION_FORM,
    title: plainText('Correct a number'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      input({
        blockId: WHICH,
        label: 'Which number',
        element: {
          type: 'static_select',
          action_id: TYPED,
          options: values.slice(0, MOST_CORRECTABLE).map((value) => option(readable(value), value.id)),
        },
      }),
      input({
        blockId: WHAT,
        label: 'What to do',
        element: {
          type: 'radio_buttons',
          action_id: TYPED,
          options: choices,
          ...(correct && { initial_option: correct }),
        },
      }),
      input({
        blockId: VALUE,
        label: 'The right number',
        optional: true,
        hint: 'Typed as before, with its unit if you like: 92%, 2h 30m.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 40 },
      }),
      input({
        blockId: EVIDENCE,
        label: 'Link to evidence',
        optional: true,
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 2000 },
      }),
      input({
        blockId: REASON,
        label: 'Why',
        hint: 'Whoever sees the number can read it.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 500 },
      }),
      context(
        'The number before stays on record. What a system sent about you is not here: its data owner corrects it.',
      ),
    ],
  };
}

function readable({ name, value, on, ...measure }: OwnValue): string {
  const what = value === null ? 'no value' : readableValue(value, measure);
  return `${cut(name, 30)}: ${cut(what, 22)}, ${readableDay(on).slice(4)}`;
}

export interface CorrectionAnswer {
  observationId: string;
  /** Null: it is taken back. */
  typed: string | null;
  evidenceUrl: string | null;
  reason: string;
}

export function readCorrectionForm({
  state,
}: Pick<ViewOutput, 'state'>): { ok: true; answer: CorrectionAnswer } | { ok: false; errors: Record<string, string> } {
  const field = (blockId: string) => state.values[blockId]?.[TYPED];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const errors: Record<string, string> = {};
  const observationId = field(WHICH)?.selected_option?.value;
  const isWithdrawal = field(WHAT)?.selected_option?.value === 'withdraw';
  const [typed, evidenceUrl, reason] = [text(VALUE), text(EVIDENCE), text(REASON)];
  if (!observationId) errors[WHICH] = 'Choose the number.';
  if (!isWithdrawal && typed === null) errors[VALUE] = 'Give the right number, or choose to take it back.';
  if (isWithdrawal && typed !== null) errors[VALUE] = 'Leave this empty to take the number back.';
  if (evidenceUrl && !isWebAddress(evidenceUrl)) {
    errors[EVIDENCE] = 'Give a web address that begins with https:// or http://.';
  }
  if (!reason) errors[REASON] = 'Say why, in a few words.';
  if (!observationId || !reason || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, answer: { observationId, typed: isWithdrawal ? null : typed, evidenceUrl, reason } };
}

/** Above which field it is asked whether a value is right. */
export const CORRECTED_BLOCK = VALUE;

/** For a number that cannot be what they mean. */
export function wrongValue(problem: string): Record<string, string> {
  return { [VALUE]: problem };
}
