import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { dayField, MOST_OPTIONS, menuField, TYPED, textField } from '../../platform/slack/form-fields.ts';
import { type Remembered, remember, withMeanwhile } from '../../platform/slack/meanwhile.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { type Experiment, type ExperimentResult, RESULTS, resultWords } from './experiment.ts';

export const EXPERIMENT_FORM = 'experiment';

/** A bottleneck is named, an experiment planned, its lesson told: each form asks for what the step needs. */
export type FormStep = 'name' | 'plan' | 'finish';

const LENGTH = 1000;

const memory = z.object({
  step: z.enum(['name', 'plan', 'finish']),
  id: z.string().optional(),
  remembered: z.record(z.string(), z.string()),
});

export interface ExperimentFormParts {
  step: FormStep;
  /** The one that is carried on or edited. */
  experiment: Experiment | null;
  /** What somebody typed already, in the place of what stands. */
  typed?: object;
  metrics: readonly { key: string; name: string }[];
}

export function experimentForm({ step, experiment, typed, metrics }: ExperimentFormParts): ModalView {
  const stands = experiment && saidAt(step, experiment);
  // A metric that is not offered any more, left out like that, stays.
  const isOffered = metrics.slice(0, MOST_OPTIONS).some(({ key }) => key === experiment?.metricKey);
  const carried: z.input<typeof memory> = {
    step,
    ...(experiment && { id: experiment.id }),
    remembered: remember({ ...stands, ...(stands && 'metricKey' in stands && !isOffered && { metricKey: null }) }),
  };
  const filled = experiment && { ...experiment, ...typed };
  return {
    type: 'modal',
    callback_id: EXPERIMENT_FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText({ name: 'Name a bottleneck', plan: 'Plan an experiment', finish: 'Tell the lesson' }[step]),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context(
        'Everyone in the workspace may read this. It counts for nobody and against nobody: no score knows of it.',
      ),
      ...fields[step](filled, metrics),
    ],
  };
}

const fields: Record<
  FormStep,
  (experiment: Experiment | null, metrics: ExperimentFormParts['metrics']) => InputBlock[]
> = {
  name: (experiment) => [
    words('bottleneck', 'What is in the way', experiment?.bottleneck, {
      hint: 'For the client or for the work: what takes long, fails often, waits.',
    }),
    words('proposal', 'What could be tried', experiment?.proposal, { isOptional: true, hint: 'You can add it later.' }),
  ],
  plan: (experiment, metrics) => [
    words('hypothesis', 'We believe that', experiment?.hypothesis, {
      hint: '"If new clients get a call in week one, they reach first value sooner."',
    }),
    words('change', 'What we do differently', experiment?.change ?? experiment?.proposal),
    ...metricField(experiment, metrics),
    day('startsOn', 'From', experiment?.startsOn),
    day('endsOn', 'Until', experiment?.endsOn),
  ],
  finish: (experiment) => [
    resultField(experiment),
    words('whatWasSeen', 'What was seen', experiment?.whatWasSeen, {
      hint: 'The numbers before and after, what clients said.',
    }),
    words('lesson', 'What we learned', experiment?.lesson, {
      hint: 'What would you tell a team that is about to try the same?',
    }),
  ],
};

export type ExperimentFormAnswer =
  | { ok: true; id: string | undefined; said: ExperimentSaid; remembered: Remembered }
  | { ok: false; errors: Record<string, string> };

export type ExperimentSaid =
  | { step: 'name'; bottleneck: string; proposal: string | null }
  | {
      step: 'plan';
      hypothesis: string;
      change: string;
      metricKey: string | null;
      startsOn: CalendarDay;
      endsOn: CalendarDay;
    }
  | { step: 'finish'; result: ExperimentResult; whatWasSeen: string; lesson: string };

export function readExperimentForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>): ExperimentFormAnswer {
  const { step, id, remembered } = memory.parse(JSON.parse(private_metadata));
  const field = (name: string) => state.values[name]?.[TYPED];
  const errors: Record<string, string> = {};
  const text = (name: string) => {
    const typed = field(name)?.value?.trim();
    if (!typed) errors[name] = 'Say it in a few words.';
    return typed ?? '';
  };
  const done = (said: ExperimentSaid): ExperimentFormAnswer =>
    Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, id, said, remembered };
  if (step === 'name') {
    return done({ step, bottleneck: text('bottleneck'), proposal: field('proposal')?.value?.trim() || null });
  }
  if (step === 'finish') {
    const result = RESULTS.find((one) => one === field('result')?.selected_option?.value);
    if (!result) errors['result'] = 'Choose one.';
    return done({ step, result: result ?? 'unclear', whatWasSeen: text('whatWasSeen'), lesson: text('lesson') });
  }
  const startsOn = (field('startsOn')?.selected_date ?? '') as CalendarDay;
  const endsOn = (field('endsOn')?.selected_date ?? '') as CalendarDay;
  if (!startsOn) errors['startsOn'] = 'Choose a day.';
  if (!endsOn || endsOn < startsOn) errors['endsOn'] = 'Choose a day that is not before the start.';
  const metricKey = field('metricKey')?.selected_option?.value ?? null;
  return done({ step, hypothesis: text('hypothesis'), change: text('change'), metricKey, startsOn, endsOn });
}

/** What the form of that step says of an experiment, as it stands. */
export function saidAt(step: FormStep, experiment: Experiment): object {
  const { bottleneck, proposal, hypothesis, change, metricKey, startsOn, endsOn, result, whatWasSeen, lesson } =
    experiment;
  return {
    name: { bottleneck, proposal },
    plan: { hypothesis, change: change ?? proposal, metricKey, startsOn, endsOn },
    finish: { result, whatWasSeen, lesson },
  }[step];
}

const labels: Record<string, string> = {
  bottleneck: 'What is in the way',
  proposal: 'What could be tried',
  hypothesis: 'We believe that',
  change: 'What we do differently',
  metricKey: 'The metric that will show it',
  startsOn: 'From',
  endsOn: 'Until',
  result: 'What came of it',
  whatWasSeen: 'What was seen',
  lesson: 'What we learned',
};

/** With what of it somebody else changed meanwhile, as it stands. */
export function withExperimentMeanwhile(view: ModalView, stands: Experiment, clashes: readonly string[]): ModalView {
  const { metricName, startsOn, endsOn, result } = stands;
  const read: Record<string, string | null> = {
    ...Object.fromEntries(Object.entries(stands).filter(([, value]) => typeof value === 'string')),
    metricKey: metricName,
    startsOn: startsOn && readableDay(startsOn),
    endsOn: endsOn && readableDay(endsOn),
    result: result && resultWords[result],
  };
  return withMeanwhile(
    view,
    clashes.map((clash) => ({ label: labels[clash] ?? clash, words: read[clash] ?? '' })),
  );
}

function words(
  blockId: string,
  label: string,
  initial: string | null | undefined,
  { hint, isOptional = false }: { hint?: string; isOptional?: boolean } = {},
): InputBlock {
  const element = textField({ multiline: true, max_length: LENGTH }, initial);
  return input({ blockId, label, element, optional: isOptional, ...(hint !== undefined && { hint }) });
}

function day(blockId: string, label: string, initial: CalendarDay | null | undefined): InputBlock {
  return input({ blockId, label, element: dayField(initial) });
}

/** The measure: without one, nobody could tell afterwards. Only where there are no metrics yet, words must do. */
function metricField(experiment: Experiment | null, metrics: ExperimentFormParts['metrics']): InputBlock[] {
  const options = metrics.map(({ key, name }) => option(name, key));
  if (options.length === 0) return [];
  const element = menuField(options, experiment?.metricKey);
  return [input({ blockId: 'metricKey', label: 'The metric that will show it', element })];
}

function resultField(experiment: Experiment | null): InputBlock {
  const options = RESULTS.map((result) => option(resultWords[result], result));
  const chosen = options.find(({ value }) => value === experiment?.result);
  const element = {
    type: 'radio_buttons',
    action_id: TYPED,
    options,
    ...(chosen && { initial_option: chosen }),
  } as const;
  return input({ blockId: 'result', label: 'What came of it', element });
}
