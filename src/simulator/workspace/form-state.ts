import { type BlockElement, elementsOf } from './block-elements.ts';
import { asList, copyJson, type Json, type JsonObject } from './json.ts';

/** `state.values`: block_id, then action_id, then the typed value. */
export type FormState = { [blockId: string]: { [actionId: string]: JsonObject } };

interface ValueField {
  /** The field of the state entry that holds the value. */
  field: string;
  /** Where the element says what it starts with. */
  initial: string;
  empty: Json;
}

const text: ValueField = { field: 'value', initial: 'initial_value', empty: null };
const option: ValueField = { field: 'selected_option', initial: 'initial_option', empty: null };
const options: ValueField = { field: 'selected_options', initial: 'initial_options', empty: [] };

const valueFields: { [type: string]: ValueField } = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: { field: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', empty: [] },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation', empty: null },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  channels_select: { field: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', empty: [] },
  datepicker: { field: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { field: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { field: 'files', initial: '', empty: [] },
};

/** Undefined for elements without a value, such as buttons and overflow menus. */
export function valueFieldOf(type: string): ValueField | undefined {
  return valueFields[type];
}

/** The state entry of an element holding that value. */
function stateEntry(element: BlockElement, value: Json): JsonObject {
  const field = valueFieldOf(element.type);
  if (!field) throw new Error(`A ${element.type} holds no value`);
  const entry: JsonObject = { type: element.type, [field.field]: value };
  const timeZone = element.element['timezone'];
  if (element.type === 'timepicker' && timeZone !== undefined && value !== null) entry['timezone'] = timeZone;
  return entry;
}

export function currentValue(state: FormState, element: BlockElement): Json {
  const field = valueFieldOf(element.type);
  const entry = state[element.blockId]?.[element.actionId];
  return (field && entry?.[field.field]) ?? field?.empty ?? null;
}

export function isEmptyValue(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * The state of freshly shown blocks: what the app proposes, or Slack's typed empties. What a person had already put in
 * survives an update only where both block_id and action_id (and the kind of element) are the same as before.
 */
export function startState(blocks: Json[], before: FormState = {}): FormState {
  const state: FormState = {};
  for (const element of elementsOf(blocks)) {
    const field = valueFieldOf(element.type);
    if (!field) continue;
    const kept = before[element.blockId]?.[element.actionId];
    const entry = kept && kept['type'] === element.type ? kept : stateEntry(element, initialValue(element));
    state[element.blockId] = { ...state[element.blockId], [element.actionId]: entry };
  }
  return state;
}

function initialValue({ type, element }: BlockElement): Json {
  const field = valueFields[type];
  if (!field) return null;
  const initial = field.initial === '' ? undefined : element[field.initial];
  return copyJson(initial ?? field.empty);
}

/** Option objects a menu offers, groups flattened. */
export function optionsOf(element: JsonObject): Json[] {
  const grouped = asList(element['option_groups']).flatMap((group) =>
    asList(typeof group === 'object' && group !== null && !Array.isArray(group) ? group['options'] : []),
  );
  return [...asList(element['options']), ...grouped];
}
