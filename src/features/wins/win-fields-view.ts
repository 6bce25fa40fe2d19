import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { input, option, plainText } from '../../platform/slack/block-kit.ts';
import { menuField, TYPED, textField } from '../../platform/slack/form-fields.ts';
import { remember } from '../../platform/slack/meanwhile.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import {
  type PersonInputs,
  personInputs,
  readPersonInputs,
  withPersonInputs,
} from '../../platform/slack/person-inputs.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Named } from '../people/find-named.ts';
import { partsOf, wordsOf } from './told-again.ts';
import { WIN_KINDS, winKinds } from './win-kinds.ts';
import { isNothingTyped, type RememberedWin, type WinTold, type WinTyped } from './win-told.ts';

// The fields of a win, in every form that takes one. What a field is called in Slack never leaves this file.

/** The menus that ask us while somebody types or chooses. */
export const CLIENT_MENU = 'win_client_name';
export const CONTRIBUTORS_MENU = 'win_contributors_chosen';

const CLIENT = 'win_client';
const WHAT_CHANGED = 'win_what_changed';
const KIND = 'win_kind';
const CONTRIBUTORS = 'win_contributors';
const PART = 'win_part:';
const EVIDENCE = 'win_evidence';
const METRIC = 'win_metric';
const READERS = 'win_readers';

const SHAREABLE = option('Everyone', 'everyone', 'It may be told in digests and under the client.');
const NOT_SHAREABLE = option('Only those involved', 'involved', 'You, those who helped, and the managers above you.');

const PART_LENGTH = 200;
/** People read so many lines. */
const MOST_CONTRIBUTORS = 15;
const MOST_NAME = 75;

export interface WinFields {
  filled: WinTyped | null;
  /** Those who are filled in as contributors, by name. */
  people: readonly Named[];
  /** What it may have touched. */
  metrics: readonly { key: string; name: string }[];
  /** In a form that is about more than a win, all of it may be left empty. */
  isOptional: boolean;
}

export function winFields({ filled, people, metrics, isOptional }: WinFields): InputBlock[] {
  const kinds = WIN_KINDS.map((kind) => option(winKinds[kind].offered, kind));
  const offered = metrics.map(({ key, name }) => option(name, key));
  return [
    input({
      blockId: CLIENT,
      label: 'Client',
      optional: isOptional,
      hint: 'Known clients are offered as you type; a new one is taken as you type it.',
      element: {
        type: 'external_select',
        action_id: CLIENT_MENU,
        min_query_length: 0,
        placeholder: plainText('Type a name'),
        ...(filled?.client && { initial_option: clientOption(filled.client) }),
      },
    }),
    input({
      blockId: WHAT_CHANGED,
      label: 'What changed for them',
      optional: isOptional,
      hint: 'What is better for the client now, in a sentence or two. Your team, and the teams of all who helped, read it in their digest.',
      element: textField({ multiline: true, max_length: 2000 }, filled?.whatChanged),
    }),
    input({
      blockId: KIND,
      label: 'What kind of change',
      optional: true,
      element: menuField(kinds, filled?.kind),
    }),
    input({
      blockId: CONTRIBUTORS,
      label: 'Who helped',
      optional: true,
      dispatch: true,
      hint: 'Of every team. Each of them is asked whether you told their part rightly.',
      element: {
        type: 'multi_users_select',
        action_id: CONTRIBUTORS_MENU,
        max_selected_items: Math.max(MOST_CONTRIBUTORS, filled?.contributorIds.length ?? 0),
        placeholder: plainText('Everyone who had a part'),
        ...(filled && filled.contributorIds.length > 0 && { initial_users: filled.contributorIds }),
      },
    }),
    ...personInputs({ ...partInputs(people), filled: new Map(filled?.parts.map((one) => [one.memberId, one.part])) }),
    input({
      blockId: EVIDENCE,
      label: 'Link to evidence',
      optional: true,
      element: {
        type: 'url_text_input',
        action_id: TYPED,
        ...(filled?.evidenceUrl && { initial_value: filled.evidenceUrl }),
      },
    }),
    ...(offered.length > 0
      ? [
          input({
            blockId: METRIC,
            label: 'Metric it touches',
            optional: true,
            element: menuField(offered, filled?.metricKey),
          }),
        ]
      : []),
    input({
      blockId: READERS,
      label: 'Who may read it',
      element: {
        type: 'radio_buttons',
        action_id: TYPED,
        options: [SHAREABLE, NOT_SHAREABLE],
        initial_option: filled?.isShareable === false ? NOT_SHAREABLE : SHAREABLE,
      },
    }),
  ];
}

/** What a form must remember of the win that it fills in; undefined, none stands. */
export function rememberWin(told: WinTold | undefined, wonOn?: CalendarDay): RememberedWin {
  if (!told) return { words: {}, parts: {} };
  return { words: remember({ ...wordsOf(told), wonOn }), parts: remember(partsOf(told)) };
}

/** Who said meanwhile what they did: their words stay. Nothing where nobody did. */
export function saidMeanwhileWords(memberIds: readonly string[]): string {
  if (memberIds.length === 0) return '';
  const who = memberIds.map((id) => `<@${id}>`).join(', ');
  return ` While you typed, ${who} said in their own words what they did: those stand. Edit the win again to see them.`;
}

/** The open form, with a line for the part of each of these people. */
export function withPartFields(view: ViewOutput, people: readonly Named[]): ModalView {
  return withPersonInputs(view, { ...partInputs(people), after: CONTRIBUTORS });
}

/** What stands in the fields, right or wrong. */
export function readTypedWin({ state }: Pick<ViewOutput, 'state'>): WinTyped {
  const field = (blockId: string) => Object.values(state.values[blockId] ?? {})[0];
  const text = (blockId: string) => field(blockId)?.value?.trim() || null;
  const chosen = (blockId: string) => field(blockId)?.selected_option?.value ?? null;
  const contributorIds = field(CONTRIBUTORS)?.selected_users ?? [];
  return {
    client: chosen(CLIENT),
    whatChanged: text(WHAT_CHANGED),
    contributorIds,
    kind: WIN_KINDS.find((kind) => kind === chosen(KIND)) ?? null,
    evidenceUrl: text(EVIDENCE),
    metricKey: chosen(METRIC),
    isShareable: chosen(READERS) !== NOT_SHAREABLE.value,
    parts: readPersonInputs(state, PART, contributorIds),
  };
}

/** Null where all of it was left empty. Errors are named by the field on which people see them. */
export function readWinFields(
  view: Pick<ViewOutput, 'state'>,
): { ok: true; win: WinTold | null } | { ok: false; errors: Record<string, string> } {
  const typed = readTypedWin(view);
  const { client, whatChanged, evidenceUrl } = typed;
  if (isNothingTyped(typed)) return { ok: true, win: null };
  const errors: Record<string, string> = {
    ...(!client && { [CLIENT]: 'Say which client this was for.' }),
    ...(!whatChanged && { [WHAT_CHANGED]: 'Say what changed for them, or leave all of the win empty.' }),
    ...(evidenceUrl && !isWebAddress(evidenceUrl) && { [EVIDENCE]: 'Give a link that begins with https://' }),
  };
  if (!client || !whatChanged || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, win: { ...typed, client, whatChanged } };
}

/** For somebody who was chosen under "Who helped" and cannot be credited. */
export function unknownContributors(memberIds: readonly string[]): Record<string, string> {
  const who = memberIds.length === 1 ? 'One of them is' : `${memberIds.length} of them are`;
  return { [CONTRIBUTORS]: `${who} not a member of this workspace. Name colleagues here, and clients in the story.` };
}

export function missingWin(): Record<string, string> {
  return { [WHAT_CHANGED]: 'Say what changed for them.' };
}

/** As the menu offers it. Slack takes no longer name there. */
export function clientOption(name: string, isKnown = true): PlainTextOption {
  return option(name, cut(name, MOST_NAME), isKnown ? undefined : 'A new client');
}

function partInputs(people: readonly Named[]): PersonInputs {
  return {
    prefix: PART,
    people: people.slice(0, MOST_CONTRIBUTORS),
    label: (name) => `What ${name} did`,
    maxLength: PART_LENGTH,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
