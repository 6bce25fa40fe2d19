import { createContext } from 'htm/preact/standalone';

/**
 * Where interactive elements are (a message, Home, a modal) and what happens to them:
 * `{ picked(block, element), pick(block, element, picked), press(block, element), choose(block, element, option),
 *    suggest(block, element, typed), isIdle }`.
 */
export const SurfaceContext = createContext(null);

/** In the order of the server's list: groups flattened. */
export function optionsOf(element) {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(({ options }) => options)];
}

const fields = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  rich_text_input: 'rich_text_value',
};

/** What a state entry of the server holds, in the form in which choices are sent: see picked-value.ts. */
export function pickedFromEntry(element, entry) {
  const value = entry?.[fields[element.type] ?? 'value'] ?? null;
  const list = Array.isArray(value) ? value : value === null ? [] : [value];
  if (element.type.includes('external_select')) return { offered: list };
  if (/static_select|radio_buttons|checkboxes/.test(element.type)) {
    const options = optionsOf(element);
    return { options: list.map((one) => options.findIndex((option) => option.value === one.value)) };
  }
  if (/(?:users|channels|conversations)_select/.test(element.type)) return { ids: list };
  if (element.type === 'rich_text_input') return { text: value && plainWords(value) };
  return { text: value === null ? null : String(value) };
}

function plainWords({ elements = [] }) {
  return elements.map((part) => (part.elements ?? []).map(({ text = '' }) => text).join('')).join('\n');
}
