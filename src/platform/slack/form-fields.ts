import type { Datepicker, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/types';

// What forms take from people: the elements that only hold what is typed or chosen, filled in with what stands.

/** The action id of such an element: its block says which field it is. */
export const TYPED = 'typed';

/** Slack shows so many options in a menu. */
export const MOST_OPTIONS = 100;

export function textField(limits: Partial<PlainTextInput>, filled: string | null | undefined): PlainTextInput {
  return { type: 'plain_text_input', action_id: TYPED, ...limits, ...(filled && { initial_value: filled }) };
}

/** `filled` is the value of the option that is chosen. Slack refuses a menu without options: leave it out then. */
export function menuField(options: readonly PlainTextOption[], filled: string | null | undefined): StaticSelect {
  const offered = options.slice(0, MOST_OPTIONS);
  const chosen = offered.find(({ value }) => value === filled);
  return { type: 'static_select', action_id: TYPED, options: offered, ...(chosen && { initial_option: chosen }) };
}

export function dayField(filled: string | null | undefined): Datepicker {
  return { type: 'datepicker', action_id: TYPED, ...(filled && { initial_date: filled }) };
}
