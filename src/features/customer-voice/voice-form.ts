import type { ModalView } from '@slack/types';
import { input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { MetricName } from '../metrics/metric-name.ts';
import { scaleKey } from './score.ts';
import {
  chosenOption,
  clientField,
  type FormState,
  membersField,
  menu,
  metricField,
  readSharedFields,
  segmentField,
  TYPED,
  textInput,
  typedText,
} from './shared-fields-form.ts';
import { readTypedScore, scaleChoices, typedScore } from './typed-voice.ts';
import { LONGEST_WORDS, sourceNames, sources, type Voice, type VoiceContent } from './voice.ts';

export const VOICE_FORM = 'customer_voice';

const OWN = {
  source: 'source',
  scale: 'score_scale',
  score: 'score',
  words: 'words',
  quote: 'quote',
  on: 'said_on',
  reason: 'reason',
} as const;
const MAY_QUOTE = 'yes';
const REASON_LENGTH = 300;

export interface VoiceFormParts {
  today: CalendarDay;
  metrics: MetricName[];
  /** The one to correct; without it a new one. */
  voice?: Voice;
}

/** What a customer said, recorded by hand. */
export function voiceForm({ today, metrics, voice }: VoiceFormParts): ModalView {
  const sourceOptions = sources
    .filter((source) => source !== 'form')
    .map((source) => option(sourceNames[source], source));
  const scaleOptions = scaleChoices(voice?.score ?? null).map(({ name, key }) => option(name, key));
  const scoreKey = voice?.score && scaleKey(voice.score);
  const mayQuote = option('The customer agreed that we quote these words', MAY_QUOTE);
  return {
    type: 'modal',
    callback_id: VOICE_FORM,
    private_metadata: voice?.id ?? '',
    title: plainText(voice ? 'Correct a voice' : 'Customer voice'),
    submit: plainText(voice ? 'Save changes' : 'Save'),
    close: plainText('Cancel'),
    blocks: [
      section(
        'What a customer said, in their own words. Without permission to quote, it is read by you, by those whom it concerns and by the managers above them; if it concerns nobody in particular, by you and by everybody who manages people.',
      ),
      clientField(voice),
      input({
        blockId: OWN.source,
        label: 'Where they said it',
        element: menu(
          sourceOptions,
          sourceOptions.find(({ value }) => value === voice?.source),
        ),
      }),
      input({
        blockId: OWN.on,
        label: 'When',
        element: { type: 'datepicker', action_id: TYPED, initial_date: voice?.saidOn ?? today },
      }),
      input({
        blockId: OWN.words,
        label: 'What they said',
        optional: true,
        element: textInput({ multiline: true, max_length: LONGEST_WORDS }, voice?.words),
      }),
      input({
        blockId: OWN.quote,
        label: 'Permission to quote',
        optional: true,
        hint: 'With it, everybody in the company may read these words, in digests too.',
        element: {
          type: 'checkboxes',
          action_id: TYPED,
          options: [mayQuote],
          ...(voice?.mayQuote && { initial_options: [mayQuote] }),
        },
      }),
      input({
        blockId: OWN.scale,
        label: 'Scale of the score',
        optional: true,
        element: menu(
          scaleOptions,
          scaleOptions.find(({ value }) => value === scoreKey),
        ),
      }),
      input({
        blockId: OWN.score,
        label: 'Score',
        optional: true,
        element: textInput({ max_length: 10 }, voice?.score && typedScore(voice.score)),
      }),
      membersField(voice),
      ...metricField(metrics, voice),
      segmentField(voice),
      ...(voice
        ? [
            input({
              blockId: OWN.reason,
              label: 'Why you change it',
              element: textInput({ max_length: REASON_LENGTH }),
            }),
          ]
        : []),
    ],
  };
}

export type VoiceFormAnswer =
  | { ok: true; voiceId: string | null; content: VoiceContent; reason: string | null }
  | { ok: false; errors: Record<string, string> };

/** Reads what was submitted. Errors are named by the field on which people see them. */
export function readVoiceForm(view: FormState): VoiceFormAnswer {
  const { client, segment, memberIds, metricKey } = readSharedFields(view);
  const words = typedText(view, OWN.words);
  const read = readTypedScore(typedText(view, OWN.score), chosenOption(view, OWN.scale));
  const source = sources.find((one) => one === chosenOption(view, OWN.source));
  const saidOn = view.state.values[OWN.on]?.[TYPED]?.selected_date as CalendarDay | null | undefined;
  const mayQuote = (view.state.values[OWN.quote]?.[TYPED]?.selected_options ?? []).length > 0;
  const errors: Record<string, string> = {};
  if (!source) errors[OWN.source] = 'Choose where they said it.';
  if (!saidOn) errors[OWN.on] = 'Choose the day.';
  if (!read.ok) errors[OWN.score] = read.problem;
  if (read.ok && !read.score && !words) errors[OWN.words] = 'Write what they said, or give the score.';
  if (mayQuote && !words) errors[OWN.words] = 'There are no words to quote yet.';
  if (!source || !saidOn || !read.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    voiceId: view.private_metadata || null,
    content: { client, segment, source, score: read.score, words, mayQuote, saidOn, memberIds, metricKey },
    reason: typedText(view, OWN.reason),
  };
}
