import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import type { NumberValue } from './waiting.ts';

export const CORRECT_FORM = 'correct_value';

const BLOCKS = { value: 'value', reason: 'reason' } as const;
const TYPED = 'typed';

/** The right value in the place of a wrong one. `about`: the number, in mrkdwn. */
export function correctForm(number: NumberValue, about: string): ModalView {
  return {
    type: 'modal',
    callback_id: CORRECT_FORM,
    private_metadata: number.id,
    title: plainText('Correct a number'),
    submit: plainText('Correct'),
    close: plainText('Cancel'),
    blocks: [
      section(about),
      input({
        blockId: BLOCKS.value,
        label: 'The right value',
        hint: 'What was reported stays on record beside it.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 60 },
      }),
      input({
        blockId: BLOCKS.reason,
        label: 'Why',
        hint: 'Whoever reads the number may read this.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 300 },
      }),
    ],
  };
}

/** The value that a form is about. */
export function valueOfCorrection({ private_metadata }: Pick<ViewOutput, 'private_metadata'>): string {
  return private_metadata;
}

export function readCorrectForm(
  { state }: ViewOutput,
  number: NumberValue,
): { ok: true; value: string; reason: string } | { ok: false; errors: Record<string, string> } {
  const field = (block: string) => state.values[block]?.[TYPED]?.value?.trim();
  const typed = readTypedNumber(field(BLOCKS.value), number);
  const reason = field(BLOCKS.reason);
  if (!typed.ok) return { ok: false, errors: { [BLOCKS.value]: typed.problem } };
  if (typed.value === null) return { ok: false, errors: { [BLOCKS.value]: 'Give the right value.' } };
  if (!reason) return { ok: false, errors: { [BLOCKS.reason]: 'Say why, in a few words.' } };
  return { ok: true, value: typed.value, reason };
}

export function sameAsBefore(): Record<string, string> {
  return { [BLOCKS.value]: 'That is the value that stands already. Verify it, or give another.' };
}
