import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { EvidenceFileFound } from './find-evidence-file.ts';
import { type NumberValue, readableNumberPeriod, readableNumberValue } from './waiting.ts';

export const CHALLENGE_FORM = 'challenge';

const BLOCKS = { number: 'number', reason: 'reason', evidence: 'evidence', file: 'file' } as const;
const TYPED = 'typed';

/** The numbers of one member and metric, the latest first. */
export interface Challengeable {
  memberName: string;
  metricName: string;
  numbers: NumberValue[];
}

/** Numbers for which the one who challenges answers, and who answers to their challenge instead; null, nobody can. */
export interface OwnAnswer {
  metricName: string;
  answererId: string | null;
}

/** What is wrong, and what shows it. At least one number must be there. */
export function challengeForm(challengeable: readonly Challengeable[], own: readonly OwnAnswer[] = []): ModalView {
  return {
    type: 'modal',
    callback_id: CHALLENGE_FORM,
    title: plainText('Challenge a number'),
    submit: plainText('Challenge'),
    close: plainText('Cancel'),
    blocks: [
      input({
        blockId: BLOCKS.number,
        label: 'Which number',
        element: {
          type: 'static_select',
          action_id: TYPED,
          option_groups: challengeable.map(({ memberName, metricName, numbers }) => ({
            label: plainText(cut(`${memberName}: ${metricName}`, 75)),
            options: numbers.map((number) => option(optionText(number), number.id)),
          })),
        },
      }),
      input({
        blockId: BLOCKS.reason,
        label: 'What is wrong',
        hint: 'What you saw, and what you would expect instead. It is about the number, not about the person.',
        element: { type: 'plain_text_input', action_id: TYPED, multiline: true, max_length: 1000 },
      }),
      input({
        blockId: BLOCKS.evidence,
        label: 'Evidence (a link)',
        hint: 'A message, a file, a report: paste its link.',
        element: { type: 'url_text_input', action_id: TYPED },
        optional: true,
      }),
      input({
        blockId: BLOCKS.file,
        label: 'Evidence (a file)',
        hint: 'One file of at most 10 MB. Whoever may see the number can have it shown.',
        element: { type: 'file_input', action_id: TYPED, max_files: 1 },
        optional: true,
      }),
      context(
        'Whoever the number is about, their manager and whoever answers for it read this, with your name. Until it is answered, the number does not count.',
      ),
      ...(own.length > 0 ? [context(ownWords(own))] : []),
    ],
  };
}

/** For those who would otherwise be told to wait for themselves. */
function ownWords(own: readonly OwnAnswer[]): string {
  const names = [...new Set(own.map(({ metricName }) => cut(escapeMrkdwn(metricName), 80)))];
  const others = [...new Set(own.flatMap(({ answererId }) => answererId ?? []))].slice(0, 5).map((id) => `<@${id}>`);
  const who =
    others.length > 0 ? `${others.join(' or ')} answers yours` : 'an administrator must name who answers yours';
  return cut(
    `You answer for ${names.join(', ')} yourself. What waits in \`/throughline verify\` you can correct there at once. Nobody decides on their own challenge: ${who}.`,
    1500,
  );
}

function optionText(number: NumberValue): string {
  return `${cut(readableNumberValue(number), 30)}, ${readableNumberPeriod(number)} (${cut(number.source, 14)})`;
}

export function readChallengeForm({
  state,
}: ViewOutput):
  | { ok: true; observationId: string; reason: string; evidenceUrl: string | null; fileId: string | null }
  | { ok: false; errors: Record<string, string> } {
  const field = (block: string) => state.values[block]?.[TYPED];
  const observationId = field(BLOCKS.number)?.selected_option?.value;
  const reason = field(BLOCKS.reason)?.value?.trim();
  const evidenceUrl = field(BLOCKS.evidence)?.value?.trim() || null;
  if (!observationId) return { ok: false, errors: { [BLOCKS.number]: 'Choose the number that you mean.' } };
  if (!reason) return { ok: false, errors: { [BLOCKS.reason]: 'Say what is wrong with it, in a few words.' } };
  if (evidenceUrl && (evidenceUrl.length > 1000 || !/^https?:\/\/[^\s<>|]+$/.test(evidenceUrl))) {
    return {
      ok: false,
      errors: { [BLOCKS.evidence]: 'Paste a whole link that begins with https://, or leave it empty.' },
    };
  }
  const fileId = field(BLOCKS.file)?.files?.[0]?.id ?? null;
  return { ok: true, observationId, reason, evidenceUrl, fileId };
}

/** As the answer to a challenge that cannot be kept. */
export function challengeFormErrors(because: string): Record<string, string> {
  return { [BLOCKS.number]: because };
}

/** As the answer to a file that cannot be taken; all that was typed stays in the form. */
export function evidenceFileErrors(found: Exclude<EvidenceFileFound, { outcome: 'found' }>): Record<string, string> {
  const otherwise = 'or take it out and paste a link.';
  if (found.outcome === 'too-large') {
    return { [BLOCKS.file]: `This file is larger than 10 MB. Make it smaller, ${otherwise}` };
  }
  const because = found.because === null ? '' : ` (${found.because})`;
  return { [BLOCKS.file]: `Slack does not let Throughline read this file${because}. Choose it again, ${otherwise}` };
}
