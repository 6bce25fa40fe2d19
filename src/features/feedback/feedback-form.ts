import type { ViewOutput } from '@slack/bolt';
import type { InputBlockElement, KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import { context, input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { BEHAVIOURS, behaviourNames } from './behaviour.ts';
import type { FeedbackKind, FeedbackVisibility, FeedbackWords } from './feedback.ts';
import { type FeedbackFormMemory, feedbackFormMemory } from './feedback-form-memory.ts';
import { type TypedFeedback, typedFeedback, wordsTyped } from './typed-feedback.ts';
import { type Concerned, visibilitiesFor, visibilityNames, whoReadsIt } from './visibility-choice.ts';

export const FEEDBACK_FORM = 'give_feedback';

/** Choices that change what else is asked for. */
export const FEEDBACK_CHOICE = 'feedback_choice';

const TYPED = 'typed';
/** Also the ids of the blocks. */
const FIELDS = ['reason', 'situation', 'observed', 'effect', 'nextStep'] as const;
const VISIBILITY = 'visibility';
const KIND = 'kind';
const BEHAVIOUR = 'behaviours';
const NEXT_ON = 'nextStepOn';

type FeedbackField = (typeof FIELDS)[number];

export interface FeedbackFormParts {
  memory: FeedbackFormMemory;
  concerned: Concerned;
  typed: TypedFeedback;
  /** Set where it cannot be chosen any more: feedback that was given keeps its readers. */
  fixedVisibility: { visibility: FeedbackVisibility; reason: string | null } | null;
  request: { askedById: string; about: string; answerBy: CalendarDay } | null;
  draftSavedAt: Date | null;
  /** It named another manager, or none, when it was opened. */
  isManagerNew: boolean;
  /** What the coach says below each field. */
  hints: Map<FeedbackField, KnownBlock[]>;
}

/** Who reads it stands first, before anything can be typed. What a choice calls for comes with the choice. */
export function feedbackForm(parts: FeedbackFormParts): ModalView {
  const { memory, concerned, typed, hints, request, draftSavedAt } = parts;
  const field = (name: FeedbackField, block: KnownBlock) => [block, ...(hints.get(name) ?? [])];
  return {
    type: 'modal',
    callback_id: FEEDBACK_FORM,
    private_metadata: JSON.stringify({ ...memory, managerId: concerned.manager?.id ?? null }),
    title: plainText(memory.feedbackId === null ? 'Give feedback' : 'Edit feedback'),
    submit: plainText(hints.size > 0 ? 'Save as it is' : 'Save'),
    close: plainText('Cancel'),
    notify_on_close: true,
    blocks: [
      section(`*Feedback for <@${concerned.subject.id}>*`),
      ...(memory.messageLink === null ? [] : [context(`About <${memory.messageLink}|this message>.`)]),
      ...(request ? [context(requestWords(request))] : []),
      ...(draftSavedAt
        ? [context(`Your draft of ${slackTime(draftSavedAt)} is filled in. Only you have seen it.`)]
        : []),
      ...(parts.isManagerNew ? [section(MANAGER_NEW)] : []),
      ...(hints.size > 0 ? [section(COACHED)] : []),
      ...readersBlocks(parts),
      ...(visibilityOf(parts) === 'manager_only' && !parts.fixedVisibility
        ? field(
            'reason',
            input({
              blockId: 'reason',
              label: 'Why not the person',
              hint: REASON_HINT,
              element: text(300, typed.reason),
            }),
          )
        : []),
      input({ blockId: KIND, label: 'What is it', dispatch: true, element: choice(kindNames, typed.kind) }),
      ...field(
        'observed',
        input({
          blockId: 'observed',
          label: 'What did they do',
          hint: 'What you saw or heard, as a camera would show it.',
          element: text(2000, typed.observed, true),
        }),
      ),
      ...field(
        'effect',
        input({
          blockId: 'effect',
          label: 'What did it cause, for the client or the team',
          element: text(1000, typed.effect, true),
        }),
      ),
      ...field('nextStep', nextStepInput(typed)),
      ...(typed.kind === 'gap'
        ? [input({ blockId: NEXT_ON, label: 'By when', element: datepicker(typed.nextStepOn) })]
        : []),
      ...field(
        'situation',
        input({
          blockId: 'situation',
          label: 'When and where',
          optional: true,
          hint: 'The call, the ticket, the day.',
          element: text(300, typed.situation),
        }),
      ),
      input({
        blockId: BEHAVIOUR,
        label: 'Which of these was it',
        optional: true,
        element: checkboxes(typed.behaviours),
      }),
    ],
  };
}

const MANAGER_NEW =
  '*Not saved yet*: whom they report to changed while this form was open. See below who will read it now, then save again.';
const COACHED =
  '*Before you save*: some words below may say less than you mean. Change them, or press *Save as it is*. Nobody but you sees these hints, and nothing left this bot.';
const REASON_HINT = 'The person reads this reason, without your name.';

const kindNames: Record<FeedbackKind, { name: string; means: string }> = {
  strength: { name: 'A strength', means: 'Something they should go on doing.' },
  gap: { name: 'A gap', means: 'Something to change, with a next step.' },
};

function readersBlocks(parts: FeedbackFormParts): KnownBlock[] {
  const { concerned, fixedVisibility } = parts;
  const words = `*Who will read it*: ${whoReadsIt(concerned, visibilityOf(parts))}`;
  if (fixedVisibility) return [section(`${words} That stays as it was when you gave it.`)];
  const offered = visibilitiesFor(concerned);
  if (offered.length === 1) return [section(words)];
  const names = Object.fromEntries(offered.map((each) => [each, visibilityNames[each]]));
  return [
    section(words),
    input({
      blockId: VISIBILITY,
      label: 'Who will read it',
      dispatch: true,
      element: choice(names, visibilityOf(parts)),
    }),
  ];
}

function visibilityOf({ fixedVisibility, typed, concerned }: FeedbackFormParts): FeedbackVisibility {
  if (fixedVisibility) return fixedVisibility.visibility;
  return visibilitiesFor(concerned).includes(typed.visibility) ? typed.visibility : 'shared';
}

function requestWords({ askedById, about, answerBy }: NonNullable<FeedbackFormParts['request']>): string {
  return `<@${askedById}> asks, by ${readableDay(answerBy)}: ${escapeMrkdwn(about)}`;
}

function nextStepInput(typed: TypedFeedback): KnownBlock {
  const isGap = typed.kind === 'gap';
  return input({
    blockId: 'nextStep',
    label: isGap ? 'One concrete step' : 'Where could they use it next',
    optional: !isGap,
    hint: isGap ? 'What would you like to see them do.' : 'A coming project, client or meeting.',
    element: text(500, typed.nextStep),
  });
}

export type FeedbackFormAnswer =
  | {
      ok: true;
      memory: FeedbackFormMemory;
      typed: TypedFeedback;
      words: FeedbackWords;
      visibility: FeedbackVisibility;
      reason: string | null;
    }
  | { ok: false; errors: Record<string, string> }
  /** A choice calls for a field that did not come up, as when it was made in the last moment. */
  | { ok: false; errors: null };

export function readFeedbackForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): FeedbackFormAnswer {
  const { memory, typed } = readTypedFeedback(view);
  const { kind, visibility } = typed;
  const lacks = (isCalledFor: boolean, block: string) => isCalledFor && !(block in view.state.values);
  const isChosenAnew = VISIBILITY in view.state.values;
  if (lacks(kind === 'gap', NEXT_ON) || lacks(isChosenAnew && visibility === 'manager_only', 'reason')) {
    return { ok: false, errors: null };
  }
  const read = wordsTyped(typed);
  if (!read.ok) return { ok: false, errors: read.problems };
  const { words } = read;
  return { ok: true, memory, typed, words, visibility, reason: visibility === 'manager_only' ? typed.reason : null };
}

/** What stands in the fields now, right or wrong, and what the form is about. */
export function readTypedFeedback({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  memory: FeedbackFormMemory;
  typed: TypedFeedback;
} {
  const at = (block: string, action = TYPED) => state.values[block]?.[action];
  const words = (block: FeedbackField) => at(block)?.value?.trim() || null;
  const chosen = (block: string) => at(block, FEEDBACK_CHOICE)?.selected_option?.value;
  const typed = typedFeedback.parse({
    visibility: chosen(VISIBILITY),
    kind: chosen(KIND),
    reason: words('reason'),
    situation: words('situation'),
    observed: words('observed'),
    effect: words('effect'),
    nextStep: words('nextStep'),
    nextStepOn: at(NEXT_ON)?.selected_date ?? null,
    behaviours: (at(BEHAVIOUR)?.selected_options ?? []).map(({ value }) => value),
  });
  return { memory: feedbackFormMemory.parse(JSON.parse(private_metadata)), typed };
}

function text(most: number, initial: string | null, multiline = false): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: TYPED,
    max_length: most,
    ...(multiline && { multiline }),
    ...(initial !== null && { initial_value: initial }),
  };
}

function choice(names: Record<string, { name: string; means: string }>, chosen: string): InputBlockElement {
  const options = Object.entries(names).map(([value, { name, means }]) => option(name, value, means));
  const initial = options.find(({ value }) => value === chosen) ?? options[0];
  return { type: 'radio_buttons', action_id: FEEDBACK_CHOICE, options, ...(initial && { initial_option: initial }) };
}

function checkboxes(ticked: readonly string[]): InputBlockElement {
  const options = BEHAVIOURS.map((behaviour) => option(behaviourNames[behaviour], behaviour));
  const initial = options.filter(({ value }) => value !== undefined && ticked.includes(value));
  return {
    type: 'checkboxes',
    action_id: TYPED,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}

function datepicker(initial: string | null): InputBlockElement {
  return { type: 'datepicker', action_id: TYPED, ...(initial !== null && { initial_date: initial }) };
}
