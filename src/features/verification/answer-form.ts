import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { actions, input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import { evidenceFileButton } from '../observations/evidence-file-button.ts';
import type { Challenge } from './challenge-store.ts';
import type { NumberValue } from './waiting.ts';

export const ANSWER_FORM = 'answer_challenge';

const BLOCKS = { answer: 'answer', value: 'value', reason: 'reason' } as const;
const TYPED = 'typed';
const ANSWERS = { upheld: 'The number stands', corrected: 'Correct it', withdrawn: 'Take it back' } as const;
type AnswerKind = keyof typeof ANSWERS;

/** Whether a challenged number stands. In mrkdwn: the number, and what is brought against it. */
export function answerForm(
  challenge: Pick<Challenge, 'id' | 'evidenceFile'>,
  words: { number: string; challenge: string },
): ModalView {
  const { id, evidenceFile } = challenge;
  return {
    type: 'modal',
    callback_id: ANSWER_FORM,
    private_metadata: id,
    title: plainText('Answer a challenge'),
    submit: plainText('Answer'),
    close: plainText('Cancel'),
    blocks: [
      section(words.number),
      section(words.challenge),
      ...(evidenceFile ? [actions('file', [evidenceFileButton(id, evidenceFile)])] : []),
      input({
        blockId: BLOCKS.answer,
        label: 'Your answer',
        element: {
          type: 'radio_buttons',
          action_id: TYPED,
          options: Object.entries(ANSWERS).map(([value, text]) => option(text, value)),
        },
      }),
      input({
        blockId: BLOCKS.value,
        label: 'The right value',
        hint: 'Only to correct it. What was reported stays on record.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 60 },
        optional: true,
      }),
      input({
        blockId: BLOCKS.reason,
        label: 'Why',
        hint: 'Everybody concerned reads it.',
        element: { type: 'plain_text_input', action_id: TYPED, multiline: true, max_length: 1000 },
      }),
    ],
  };
}

/** The challenge that a form is about. */
export function challengeOfAnswer({ private_metadata }: Pick<ViewOutput, 'private_metadata'>): string {
  return private_metadata;
}

export function readAnswerForm(
  { state }: ViewOutput,
  number: NumberValue,
):
  | { ok: true; answer: AnswerKind; value: string | null; reason: string }
  | { ok: false; errors: Record<string, string> } {
  const field = (block: string) => state.values[block]?.[TYPED];
  const chosen = field(BLOCKS.answer)?.selected_option?.value;
  const answer = chosen !== undefined && isAnswer(chosen) ? chosen : undefined;
  const reason = field(BLOCKS.reason)?.value?.trim();
  const refused = (block: string, because: string) => ({ ok: false as const, errors: { [block]: because } });
  if (!answer) return refused(BLOCKS.answer, 'Choose one.');
  if (!reason) return refused(BLOCKS.reason, 'Say why, in a few words.');
  const typed = readTypedNumber(field(BLOCKS.value)?.value, number);
  if (!typed.ok) return refused(BLOCKS.value, typed.problem);
  if (answer === 'corrected' && typed.value === null) return refused(BLOCKS.value, 'Give the right value.');
  if (answer !== 'corrected' && typed.value !== null) {
    return refused(BLOCKS.value, `Leave it empty, or choose "${ANSWERS.corrected}".`);
  }
  return { ok: true, answer, value: typed.value, reason };
}

export function sameValueError(): Record<string, string> {
  return { [BLOCKS.value]: 'That is the value that was challenged. To keep it, choose that the number stands.' };
}

function isAnswer(text: string): text is AnswerKind {
  return text in ANSWERS;
}
