import { blockActionsPayload, blockSuggestionPayload, type Surface } from '../wire/payloads.ts';
import type { BlockElement } from '../workspace/block-elements.ts';
import { currentValue, valueFieldOf } from '../workspace/form-state.ts';
import { asList, asObject, asText, type Json, type JsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import { type Filling, filledValue } from './filled-value.ts';
import { filesGiven } from './give-files.ts';
import type { LittleSlack } from './little-slack.ts';
import type { Found, Place } from './places.ts';
import { readText } from './readable-text.ts';
import { isEnoughTyped, suggestedOptions } from './suggested-options.ts';

/** Tells the app of a press or a choice. Rejects with what Slack would show when the app does not acknowledge. */
export async function sendAction(
  little: LittleSlack,
  person: PersonRecord,
  { place, element }: Found,
  what: JsonObject,
): Promise<void> {
  const { slack } = little;
  const action = { type: element.type, action_id: element.actionId, block_id: element.blockId, ...what };
  const payload = blockActionsPayload(slack, person, surfaceOf(little, person, place), action);
  await sendInteraction(little, payload);
}

/** Answers what came with the acknowledgement; rejects with what Slack shows when there is none. */
export async function sendInteraction({ slack, dispatch }: LittleSlack, payload: JsonObject): Promise<JsonObject> {
  if (slack.app.state === 'uninstalled') throw new Error('This app is no longer installed');
  if (!slack.app.manifest.interactive) throw new Error('This app is not configured to handle interactive responses');
  const ack = await dispatch.send('interactive', payload);
  if (!ack.acked) throw new Error(`Slack shows a warning sign: the app did not respond (${ack.detail})`);
  return asObject(ack.body);
}

export function buttonAction({ element }: BlockElement): JsonObject {
  const action: JsonObject = { text: element['text'] ?? null };
  for (const key of ['value', 'style']) if (element[key] !== undefined) action[key] = element[key] ?? null;
  return action;
}

/** Puts a value where the person sees it, and tells the app at once where the element does so. */
export async function choose(
  little: LittleSlack,
  person: PersonRecord,
  { place, element }: Found,
  filling: Filling,
): Promise<void> {
  const { slack } = little;
  if (element.type === 'overflow') {
    const option = asList(element.element['options']).find(
      (offered) => readText(slack, asObject(offered)['text']) === filling,
    );
    if (!option) throw new Error(`"${String(filling)}" is not in the menu`);
    return sendAction(little, person, { place, element }, { selected_option: option });
  }
  const offered = element.type.includes('external_select')
    ? await suggestions(little, person, { place, element }, filling)
    : undefined;
  const value =
    element.type === 'file_input'
      ? filesGiven(slack, person, element.element, filling)
      : filledValue(slack, person, element, filling, offered);
  await putValue(little, person, { place, element }, value);
}

/** The same for a value in the form Slack keeps it in. */
export async function putValue(
  little: LittleSlack,
  person: PersonRecord,
  { place, element }: Found,
  value: Json,
): Promise<void> {
  const before = currentValue(place.state, element);
  setValue(place, element, value);
  if ('view' in place.source) delete place.source.view.errors[element.blockId];
  little.slack.changes.announce();
  const isUnchanged = JSON.stringify(before) === JSON.stringify(value);
  if (isUnchanged || !tellsAtOnce(element)) return;
  const field = valueFieldOf(element.type)?.field ?? 'value';
  await sendAction(little, person, { place, element }, { [field]: value });
}

/** Without telling the app. */
export function setValue(place: Place, element: BlockElement, value: Json): void {
  const entry = place.state[element.blockId]?.[element.actionId];
  const field = valueFieldOf(element.type);
  if (!entry || !field) throw new Error(`There is no value to set at ${element.blockId} ${element.actionId}`);
  entry[field.field] = value;
  const zone = element.element['timezone'];
  if (element.type === 'timepicker' && zone !== undefined && value !== null) entry['timezone'] = zone;
}

/** Inputs only with `dispatch_action`; everything outside input blocks always. */
function tellsAtOnce({ block }: BlockElement): boolean {
  return block['type'] !== 'input' || block['dispatch_action'] === true;
}

/** Asks the app for the options of an external menu, typing what is wanted. */
export async function suggestions(
  little: LittleSlack,
  person: PersonRecord,
  found: Found,
  filling: Filling,
): Promise<Json[]> {
  const texts = Array.isArray(filling) ? filling : [String(filling ?? '')];
  const lists = await Promise.all(
    texts.map(async (typed) => {
      if (!isEnoughTyped(found.element.element, typed)) return [];
      const surface = surfaceOf(little, person, found.place);
      const payload = blockSuggestionPayload(little.slack, person, surface, found.element, typed);
      return suggestedOptions(await sendInteraction(little, payload));
    }),
  );
  const unique = new Map(lists.flat().map((option) => [asText(asObject(option)['value']), option]));
  return [...unique.values()];
}

function surfaceOf({ responseUrls }: LittleSlack, person: PersonRecord, place: Place): Surface {
  const { source } = place;
  if ('view' in source) return source;
  const responseUrl = responseUrls.issue(source.channel.id, person.id, source.message);
  return { ...source, state: place.state, responseUrl };
}
