import { checkMessage } from '../../platform/slack/block-kit-limits.ts';
import { asList, asObject, type Json, type JsonObject } from '../workspace/json.ts';

/** The options of an app's answer to typing in an external menu; rejected where Slack could not show them. */
export function suggestedOptions(body: JsonObject): Json[] {
  const { options, option_groups } = body;
  if (options === undefined && option_groups === undefined) throw new Error('The app answered without options');
  const groups = asList(option_groups).flatMap((group) => asList(asObject(group)['options']));
  const all = [...asList(options), ...groups];
  if (all.length === 0) return [];
  // What may be offered is what a menu may hold.
  const offered = options === undefined ? { option_groups: option_groups ?? [] } : { options };
  const menu = { type: 'static_select', action_id: 'suggested', ...offered };
  const [violation] = checkMessage({ text: 'said elsewhere', blocks: [{ type: 'actions', elements: [menu] }] });
  if (violation) {
    const place = violation.pointer.replace('/blocks/0/elements/0', '');
    throw new Error(`The app offered ${all.length} options Slack cannot show: ${violation.message} at ${place}`);
  }
  return all;
}

/** Slack's client asks nothing before so much is typed. */
export function isEnoughTyped(element: JsonObject, typed: string): boolean {
  return typed.length >= Number(element['min_query_length'] ?? 3);
}
