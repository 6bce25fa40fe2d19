import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, option, plainText } from '../../platform/slack/block-kit.ts';
import { dayField, MOST_OPTIONS, menuField, TYPED, textField } from '../../platform/slack/form-fields.ts';
import { type Remembered, remember, withMeanwhile } from '../../platform/slack/meanwhile.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { type Dependency, type DependencyWords, wordsOf } from './dependency.ts';

export const DEPENDENCY_FORM = 'dependency';

const WAITING = 'waiting';
const ON = 'on';
const WHAT = 'what';
const SINCE = 'since';
const INITIATIVE = 'initiative';

const memory = z.object({ id: z.string().optional(), remembered: z.record(z.string(), z.string()) });

export interface DependencyFormParts {
  /** As it stands. */
  dependency: Dependency | null;
  /** What somebody typed already, in the place of that. */
  typed?: DependencyWords;
  teams: readonly { key: string; name: string }[];
  /** Those it may belong to. */
  initiatives: readonly { id: string; name: string }[];
  /** The team of whoever fills it in. */
  ownTeamKey: string | null;
  today: CalendarDay;
}

export function dependencyForm(parts: DependencyFormParts): ModalView {
  const { dependency, typed, teams, initiatives, ownTeamKey, today } = parts;
  const ofTeams = teams.map(({ key, name }) => ({ value: key, text: name }));
  const ofInitiatives = initiatives.map(({ id, name }) => ({ value: id, text: name }));
  const stands = dependency && wordsOf(dependency);
  const filled = typed ?? stands;
  const { waitingTeamKey = ownTeamKey, onTeamKey = null, what, sinceOn = today, initiativeId = null } = filled ?? {};
  // An initiative that is closed is not offered: left out like that, it stays.
  const isOffered = initiatives.slice(0, MOST_OPTIONS).some(({ id }) => id === stands?.initiativeId);
  const carried: z.input<typeof memory> = {
    ...(dependency && { id: dependency.id }),
    remembered: remember(stands ? { ...stands, ...(!isOffered && { initiativeId: null }) } : {}),
  };
  return {
    type: 'modal',
    callback_id: DEPENDENCY_FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText(dependency ? 'Edit a wait' : 'Name a wait'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      context('Everyone in the workspace may read this. It is about work between teams, and about nobody alone.'),
      menu({ blockId: WAITING, label: 'Who waits', choices: ofTeams, chosen: waitingTeamKey }),
      menu({ blockId: ON, label: 'For which team', choices: ofTeams, chosen: onTeamKey }),
      input({
        blockId: WHAT,
        label: 'What is waited for',
        hint: 'What it is, and what becomes possible with it.',
        element: textField({ multiline: true, max_length: 500 }, what),
      }),
      input({
        blockId: SINCE,
        label: 'Since when',
        element: dayField(sinceOn),
      }),
      ...(ofInitiatives.length > 0
        ? [
            menu({
              blockId: INITIATIVE,
              label: 'For which initiative',
              choices: ofInitiatives,
              chosen: initiativeId,
              isOptional: true,
            }),
          ]
        : []),
    ],
  };
}

export type DependencyFormAnswer =
  | {
      ok: true;
      id: string | undefined;
      words: DependencyWords;
      remembered: Remembered;
    }
  | { ok: false; errors: Record<string, string> };

export function readDependencyForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>): DependencyFormAnswer {
  const field = (blockId: string) => state.values[blockId]?.[TYPED];
  const waitingTeamKey = field(WAITING)?.selected_option?.value ?? '';
  const onTeamKey = field(ON)?.selected_option?.value ?? '';
  const what = field(WHAT)?.value?.trim() ?? '';
  const sinceOn = field(SINCE)?.selected_date;
  const isItself = waitingTeamKey !== '' && waitingTeamKey === onTeamKey;
  const errors: Record<string, string> = {
    ...(!waitingTeamKey && { [WAITING]: 'Choose a team.' }),
    ...(!onTeamKey && { [ON]: 'Choose a team.' }),
    ...(isItself && { [ON]: 'A team does not wait for itself: choose another one.' }),
    ...(!what && { [WHAT]: 'Say what is waited for.' }),
    ...(!sinceOn && { [SINCE]: 'Choose a day.' }),
  };
  if (!sinceOn || Object.keys(errors).length > 0) return { ok: false, errors };
  const { id, remembered } = memory.parse(JSON.parse(private_metadata));
  const initiativeId = field(INITIATIVE)?.selected_option?.value ?? null;
  return {
    ok: true,
    id,
    remembered,
    words: { waitingTeamKey, onTeamKey, what, sinceOn: sinceOn as CalendarDay, initiativeId },
  };
}

/** With what of it somebody else changed meanwhile, as it stands. */
export function withDependencyMeanwhile(
  view: ModalView,
  stands: Dependency,
  clashes: readonly (keyof DependencyWords)[],
): ModalView {
  const said: Record<keyof DependencyWords, { label: string; words: string }> = {
    waitingTeamKey: { label: 'Who waits', words: stands.waitingTeamName },
    onTeamKey: { label: 'For which team', words: stands.onTeamName },
    what: { label: 'What is waited for', words: stands.what },
    sinceOn: { label: 'Since when', words: readableDay(stands.sinceOn) },
    initiativeId: { label: 'For which initiative', words: stands.initiativeName ?? '' },
  };
  return withMeanwhile(
    view,
    clashes.map((clash) => said[clash]),
  );
}

export function notYet(): Record<string, string> {
  return { [SINCE]: 'That day has not come yet.' };
}

interface Menu {
  blockId: string;
  label: string;
  choices: readonly { value: string; text: string }[];
  chosen: string | null;
  isOptional?: boolean;
}

function menu({ blockId, label, choices, chosen, isOptional = false }: Menu): InputBlock {
  const options = choices.map(({ value, text }) => option(text, value));
  const element = menuField(options, chosen);
  return input({ blockId, label, element, optional: isOptional });
}
