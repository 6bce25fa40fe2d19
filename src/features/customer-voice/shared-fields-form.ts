import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, MultiUsersSelect, PlainTextInput, StaticSelect } from '@slack/types';
import { input, option, plainText } from '../../platform/slack/block-kit.ts';
import type { MetricName } from '../metrics/metric-name.ts';
import { withoutControls } from './form-answer.ts';
import { LONGEST_CLIENT, LONGEST_SEGMENT, MOST_MEMBERS } from './voice.ts';

/** What a form for a voice and a form for a link both ask. */
export const TYPED = 'typed';
export const BLOCKS = {
  client: 'client',
  segment: 'segment',
  members: 'members',
  metric: 'metric',
} as const;

/** What Slack takes in one menu. */
const MOST_OPTIONS = 100;

interface Filled {
  client: string | null;
  segment: string | null;
  memberIds: string[];
  metricKey: string | null;
}

export function clientField(filled?: Filled): InputBlock {
  return input({
    blockId: BLOCKS.client,
    label: 'Client',
    element: textInput({ max_length: LONGEST_CLIENT }, filled?.client),
  });
}

export function segmentField(filled?: Filled): InputBlock {
  return input({
    blockId: BLOCKS.segment,
    label: 'Segment',
    optional: true,
    hint: 'By which scores are compared: a tier, a region, a product line.',
    element: textInput({ max_length: LONGEST_SEGMENT }, filled?.segment),
  });
}

export function membersField(filled?: Filled): InputBlock {
  const element: MultiUsersSelect = {
    type: 'multi_users_select',
    action_id: TYPED,
    max_selected_items: MOST_MEMBERS,
    placeholder: plainText('Colleagues'),
    ...(filled && filled.memberIds.length > 0 && { initial_users: filled.memberIds }),
  };
  return input({
    blockId: BLOCKS.members,
    label: 'Whom it concerns',
    optional: true,
    hint: 'They and the managers above them read it, and it is part of the evidence for their reviews.',
    element,
  });
}

/** None where there are no metrics: a menu without options is refused by Slack. */
export function metricField(metrics: MetricName[], filled?: Filled): InputBlock[] {
  if (metrics.length === 0) return [];
  const options = metrics.slice(0, MOST_OPTIONS).map(({ key, name }) => option(name, key));
  const chosen = options.find(({ value }) => value === filled?.metricKey);
  return [
    input({
      blockId: BLOCKS.metric,
      label: 'Which metric it concerns',
      optional: true,
      element: menu(options, chosen),
    }),
  ];
}

export function menu(
  options: StaticSelect['options'],
  chosen: NonNullable<StaticSelect['options']>[number] | undefined,
) {
  return {
    type: 'static_select',
    action_id: TYPED,
    placeholder: plainText('Choose'),
    ...(options && { options }),
    ...(chosen && { initial_option: chosen }),
  } as const satisfies StaticSelect;
}

export function textInput(limits: Partial<PlainTextInput>, initial?: string | null): PlainTextInput {
  return { type: 'plain_text_input', action_id: TYPED, ...limits, ...(initial && { initial_value: initial }) };
}

export type FormState = Pick<ViewOutput, 'private_metadata' | 'state'>;

/** What was typed into a field, without the space around it; null, nothing. */
export function typedText({ state }: FormState, blockId: string): string | null {
  return withoutControls(state.values[blockId]?.[TYPED]?.value ?? '').trim() || null;
}

export function chosenOption({ state }: FormState, blockId: string): string | undefined {
  return state.values[blockId]?.[TYPED]?.selected_option?.value;
}

export function readSharedFields(view: FormState): Filled {
  return {
    client: typedText(view, BLOCKS.client),
    segment: typedText(view, BLOCKS.segment),
    memberIds: view.state.values[BLOCKS.members]?.[TYPED]?.selected_users ?? [],
    metricKey: chosenOption(view, BLOCKS.metric) ?? null,
  };
}

/** For somebody who was chosen under "Whom it concerns" and is none of us. */
export function unknownMembers(memberIds: string[]): Record<string, string> {
  const who = memberIds.length === 1 ? 'One of them is' : `${memberIds.length} of them are`;
  return { [BLOCKS.members]: `${who} not a person of this workspace. Choose colleagues.` };
}
