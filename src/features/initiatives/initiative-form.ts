import type { ViewOutput } from '@slack/bolt';
import type { ModalView, PlainTextInput } from '@slack/types';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';
import {
  type PersonInputs,
  personInputs,
  readPersonInputs,
  withPersonInputs,
} from '../../platform/slack/person-inputs.ts';
import type { Initiative } from './initiative.ts';
import type { TypedPart } from './initiative-store.ts';
import { readMilestones, type TypedMilestone, writeMilestones } from './milestone-lines.ts';

export const INITIATIVE_FORM = 'initiative';
/** Asks us at once whom to ask about. */
export const PEOPLE_MENU = 'initiative_people_chosen';

const NAME = 'name';
const OUTCOME = 'outcome';
const PEOPLE = 'people';
const PART = 'part:';
const MILESTONES = 'milestones';
const TYPED = 'typed';
const MOST_PEOPLE = 15;

interface Named {
  id: string;
  name: string;
}

export interface InitiativeFormParts {
  initiative: Initiative | null;
  /** Those with a part, by name. */
  people: readonly Named[];
}

export function initiativeForm({ initiative, people }: InitiativeFormParts): ModalView {
  const memberIds = initiative?.parts.map(({ memberId }) => memberId) ?? [];
  const filled = new Map(initiative?.parts.map(({ memberId, part }) => [memberId, part ?? '']));
  return {
    type: 'modal',
    callback_id: INITIATIVE_FORM,
    private_metadata: initiative?.id ?? '',
    title: plainText(initiative ? 'Edit an initiative' : 'A joint initiative'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context('Everyone in the workspace may read this. It stands in the reviews of all who bring something.'),
      input({ blockId: NAME, label: 'Name', element: text({ max_length: 75 }, initiative?.name) }),
      input({
        blockId: OUTCOME,
        label: 'What will be different, and for whom',
        element: text({ multiline: true, max_length: 1000 }, initiative?.sharedOutcome),
      }),
      input({
        blockId: PEOPLE,
        label: 'Who brings something',
        hint: 'Of every function that is needed.',
        dispatch: true,
        element: {
          type: 'multi_users_select',
          action_id: PEOPLE_MENU,
          max_selected_items: Math.max(MOST_PEOPLE, memberIds.length),
          ...(memberIds.length > 0 && { initial_users: memberIds }),
        },
      }),
      ...personInputs({ ...partInputs(people), filled }),
      input({
        blockId: MILESTONES,
        label: 'Milestones',
        optional: true,
        hint: 'A line each, with a day before it if there is one: 2026-12-01 First client live',
        element: text({ multiline: true, max_length: 1500 }, initiative && writeMilestones(initiative.milestones)),
      }),
    ],
  };
}

/** The open form, with a line for what each of these people brings. */
export function withPeople(view: ViewOutput, people: readonly Named[]): ModalView {
  return withPersonInputs(view, { ...partInputs(people), after: PEOPLE });
}

export type InitiativeFormAnswer =
  | {
      ok: true;
      id: string | undefined;
      name: string;
      sharedOutcome: string;
      parts: TypedPart[];
      milestones: TypedMilestone[];
    }
  | { ok: false; errors: Record<string, string> };

export function readInitiativeForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): InitiativeFormAnswer {
  const field = (blockId: string) => Object.values(view.state.values[blockId] ?? {})[0];
  const name = field(NAME)?.value?.trim() ?? '';
  const sharedOutcome = field(OUTCOME)?.value?.trim() ?? '';
  const memberIds = field(PEOPLE)?.selected_users ?? [];
  const milestones = readMilestones(field(MILESTONES)?.value ?? '');
  const errors: Record<string, string> = {
    ...(!name && { [NAME]: 'Give it a name.' }),
    ...(!sharedOutcome && { [OUTCOME]: 'Say what will be different, and for whom.' }),
    ...(memberIds.length === 0 && { [PEOPLE]: 'Name at least one person who brings something.' }),
    ...(!milestones.ok && { [MILESTONES]: milestones.problem }),
  };
  if (!milestones.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const isAsked = (memberId: string) => `${PART}${memberId}` in view.state.values;
  const said = new Map(readPersonInputs(view.state, PART, memberIds).map(({ memberId, part }) => [memberId, part]));
  return {
    ok: true,
    id: view.private_metadata || undefined,
    name,
    sharedOutcome,
    parts: memberIds.map((memberId) => ({
      memberId,
      part: said.get(memberId) ?? (isAsked(memberId) ? null : undefined),
    })),
    milestones: milestones.milestones,
  };
}

export function unknownPeople(memberIds: readonly string[]): Record<string, string> {
  const who = memberIds.length === 1 ? 'One of them is' : `${memberIds.length} of them are`;
  return { [PEOPLE]: `${who} not a member of this workspace.` };
}

function partInputs(people: readonly Named[]): PersonInputs {
  const asked = people.slice(0, MOST_PEOPLE);
  return { prefix: PART, people: asked, label: (name) => `What ${name} brings`, maxLength: 200 };
}

function text(limits: Partial<PlainTextInput>, initial: string | null | undefined): PlainTextInput {
  return { type: 'plain_text_input', action_id: TYPED, ...limits, ...(initial && { initial_value: initial }) };
}
