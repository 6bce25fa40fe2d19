import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';
import { textField } from '../../platform/slack/form-fields.ts';
import { type Remembered, remember, withMeanwhile } from '../../platform/slack/meanwhile.ts';
import {
  type PersonInputs,
  personInputs,
  readPersonInputs,
  withPersonInputs,
} from '../../platform/slack/person-inputs.ts';
import type { Named } from '../people/find-named.ts';
import type { Initiative } from './initiative.ts';
import { asTyped, type InitiativeTyped } from './initiative-words.ts';
import { readMilestones, writeMilestones } from './milestone-lines.ts';

export const INITIATIVE_FORM = 'initiative';
/** Asks us at once whom to ask about. */
export const PEOPLE_MENU = 'initiative_people_chosen';

const NAME = 'name';
const OUTCOME = 'outcome';
const PEOPLE = 'people';
const PART = 'part:';
const MILESTONES = 'milestones';
const MOST_PEOPLE = 15;

const remembered = z.record(z.string(), z.string());
const memory = z.object({ id: z.string().optional(), words: remembered, parts: remembered });

export interface InitiativeFormParts {
  /** As it stands. */
  initiative: Initiative | null;
  /** What somebody typed already, in the place of that. */
  typed?: InitiativeTyped;
  /** Those with a part, by name. */
  people: readonly Named[];
}

export function initiativeForm({ initiative, typed, people }: InitiativeFormParts): ModalView {
  const stands = initiative && asTyped(initiative);
  const filled = typed ?? stands;
  const memberIds = Object.keys(filled?.parts ?? {});
  const brought = new Map(Object.entries(filled?.parts ?? {}).map(([memberId, part]) => [memberId, part ?? '']));
  const carried: z.input<typeof memory> = {
    ...(initiative && { id: initiative.id }),
    words: remember(stands?.words ?? {}),
    parts: remember(stands?.parts ?? {}),
  };
  return {
    type: 'modal',
    callback_id: INITIATIVE_FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText(initiative ? 'Edit an initiative' : 'A joint initiative'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context('Everyone in the workspace may read this. It stands in the reviews of all who bring something.'),
      input({ blockId: NAME, label: 'Name', element: textField({ max_length: 75 }, filled?.words.name) }),
      input({
        blockId: OUTCOME,
        label: 'What will be different, and for whom',
        element: textField({ multiline: true, max_length: 1000 }, filled?.words.sharedOutcome),
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
      ...personInputs({ ...partInputs(people), filled: brought }),
      input({
        blockId: MILESTONES,
        label: 'Milestones',
        optional: true,
        hint: 'A line each, with a day before it if there is one: 2026-12-01 First client live',
        element: textField({ multiline: true, max_length: 1500 }, filled && writeMilestones(filled.words.milestones)),
      }),
    ],
  };
}

/** The open form, with a line for what each of these people brings. */
export function withPeople(view: ViewOutput, people: readonly Named[]): ModalView {
  return withPersonInputs(view, { ...partInputs(people), after: PEOPLE });
}

export type InitiativeFormAnswer =
  | ({
      ok: true;
      id: string | undefined;
      /** What stood there when the form was filled in. */
      remembered: { words: Remembered; parts: Remembered };
    } & InitiativeTyped)
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
  const brings = (memberId: string) => said.get(memberId) ?? (isAsked(memberId) ? null : undefined);
  const { id, ...filledIn } = memory.parse(JSON.parse(view.private_metadata));
  return {
    ok: true,
    id,
    words: { name, sharedOutcome, milestones: milestones.milestones },
    parts: Object.fromEntries(memberIds.map((memberId) => [memberId, brings(memberId)])),
    remembered: filledIn,
  };
}

/** With what of it somebody else changed meanwhile, as it stands. `clashes` are names of words, and ids of members. */
export function withInitiativeMeanwhile(view: ModalView, stands: Initiative, clashes: readonly string[]): ModalView {
  const labels: Record<string, [string, string]> = {
    name: ['Name', stands.name],
    sharedOutcome: ['What will be different, and for whom', stands.sharedOutcome],
    milestones: ['Milestones', writeMilestones(stands.milestones)],
  };
  const said = clashes.map((clash) => {
    const [label, words] = labels[clash] ?? [`What <@${clash}> brings`, asTyped(stands).parts[clash] ?? ''];
    return { label, words };
  });
  return withMeanwhile(view, said);
}

/** A reached milestone that no line names any more. */
export function reachedGone(name: string): Record<string, string> {
  const words = `"${name}" is reached. Keep its line; to reword it, change that line alone. "Undo the last one" in the list says that it was not reached after all.`;
  return { [MILESTONES]: words };
}

export function unknownPeople(memberIds: readonly string[]): Record<string, string> {
  const who = memberIds.length === 1 ? 'One of them is' : `${memberIds.length} of them are`;
  return { [PEOPLE]: `${who} not a member of this workspace.` };
}

function partInputs(people: readonly Named[]): PersonInputs {
  const asked = people.slice(0, MOST_PEOPLE);
  return { prefix: PART, people: asked, label: (name) => `What ${name} brings`, maxLength: 200 };
}
