import type { BlockElement } from '../workspace/block-elements.ts';
import { optionsOf, valueFieldOf } from '../workspace/form-state.ts';
import { asObject, type Json } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { channelCalled } from './places.ts';
import { readText } from './readable-text.ts';

/** What a person types or picks: words as shown; a list where several may be picked; null leaves it empty. */
export type Filling = string | number | string[] | null;

/**
 * The value Slack's client makes of it for that element. Picks are by what is shown and fail when it is not offered;
 * `offered` replaces the element's own options where the app supplies them.
 */
export function filledValue(
  slack: Workspace,
  person: PersonRecord,
  element: BlockElement,
  filling: Filling,
  offered: Json[] = optionsOf(element.element),
): Json {
  const { type } = element;
  const field = valueFieldOf(type);
  if (!field) throw new Error(`A ${type} cannot be filled`);
  if (filling === null || filling === '') return structuredClone(field.empty);
  const one = pickerOf(slack, person, type, offered);
  if (Array.isArray(field.empty)) return (Array.isArray(filling) ? filling : [String(filling)]).map(one);
  if (Array.isArray(filling)) throw new Error(`Only one value fits here, not ${filling.length}`);
  return one(String(filling));
}

function pickerOf(slack: Workspace, person: PersonRecord, type: string, offered: Json[]): (text: string) => Json {
  const kind = type.replace(/^multi_/, '');
  switch (kind) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'checkboxes':
      return (text) => pickOption(slack, offered, text);
    case 'users_select':
      return (name) => pickPerson(slack, name);
    case 'channels_select':
      return (name) => pickChannel(slack, person, name, ['public']);
    case 'conversations_select':
      return (name) => pickChannel(slack, person, name, ['public', 'private', 'im', 'mpim']);
    case 'rich_text_input':
      return (text) => ({
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      });
    case 'datepicker':
      return (text) => matching(text, /^\d{4}-\d\d-\d\d$/, 'a date like 2026-03-31');
    case 'timepicker':
      return (text) => matching(text, /^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 09:30');
    case 'datetimepicker':
      return (text) => secondsOf(text);
    default:
      return (text) => text;
  }
}

function pickOption(slack: Workspace, offered: Json[], text: string): Json {
  const texts = offered.map((option) => readText(slack, asObject(option)['text']));
  const matches = offered.filter((_option, index) => texts[index] === text);
  if (matches.length > 1) throw new Error(`"${text}" is offered ${matches.length} times`);
  const [option] = matches;
  if (option === undefined) throw new Error(`"${text}" is not offered. There are: ${texts.join(', ')}`);
  return structuredClone(option);
}

/** Menus of people offer everybody active, bots (the app's own too) and guests among them. */
function pickPerson(slack: Workspace, name: string): string {
  if (name.replace(/^@/, '') === slack.app.manifest.botName) return slack.app.botUserId;
  const person = slack.people.get(name);
  if (person.deactivated) throw new Error(`${person.name} is deactivated and not offered`);
  return person.id;
}

function pickChannel(slack: Workspace, person: PersonRecord, name: string, kinds: string[]): string {
  const channel = channelCalled(slack, person, name);
  if (!kinds.includes(channel.kind)) throw new Error(`#${channel.name} is not a ${kinds.join(' or ')} channel`);
  return channel.id;
}

function matching(text: string, pattern: RegExp, wanted: string): string {
  if (!pattern.test(text)) throw new Error(`"${text}" is not ${wanted}`);
  return text;
}

/** Unix seconds, given as such or as an ISO instant. */
function secondsOf(text: string): number {
  const seconds = /^\d{10}$/.test(text) ? Number(text) : Math.floor(Date.parse(text) / 1000);
  if (Number.isNaN(seconds)) throw new Error(`"${text}" is neither Unix seconds nor an ISO instant`);
  return seconds;
}
