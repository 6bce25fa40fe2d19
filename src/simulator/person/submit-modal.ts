import { ApiError } from '../wire/api-error.ts';
import { viewClosedPayload, viewSubmissionPayload } from '../wire/payloads.ts';
import { acceptedView, requireGoodView } from '../wire/view-content.ts';
import { elementsOf } from '../workspace/block-elements.ts';
import { currentValue } from '../workspace/form-state.ts';
import { asObject, asText, isJsonObject, type JsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { View } from '../workspace/views.ts';
import { type ModalAsSeen, modalAsSeen } from './as-seen.ts';
import { complaintsBeforeSending } from './client-checks.ts';
import { namesOf } from './controls.ts';
import type { LittleSlack } from './little-slack.ts';
import { titleOf, viewPlace } from './places.ts';

export interface SubmitResult {
  /** The submitted form is gone from the screen. */
  closed: boolean;
  /** By the label people see; from Slack's own checks or from the app. */
  errors?: { [label: string]: string };
  /** Who refused: Slack's client before sending, or the app. */
  refusedBy?: 'client' | 'app';
  /** What Slack shows when the app failed to answer properly, and why it did. */
  trouble?: string;
  cause?: string;
  /** What is on the screen now. */
  modal?: ModalAsSeen;
}

const troubleShown = 'We had some trouble connecting. Try again?';

export async function submitModal(little: LittleSlack, person: PersonRecord, view: View): Promise<SubmitResult> {
  const { slack, dispatch } = little;
  if (!slack.app.manifest.interactive) return inTrouble(little, view, 'the manifest does not enable interactivity');
  if (!view.content['submit']) throw new Error(`The modal "${titleOf(view)}" has no submit button`);
  view.trouble = undefined;
  const complaints = complaintsBeforeSending(view);
  if (Object.keys(complaints).length > 0) return refuse(little, view, complaints, 'client');
  const ack = await dispatch.send(
    'interactive',
    viewSubmissionPayload(slack, person, view, urlsFor(little, person, view)),
  );
  if (!ack.acked) return inTrouble(little, view, ack.detail);
  const body = asObject(ack.body);
  try {
    return answer(little, view, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return inTrouble(little, view, `${error.code} ${JSON.stringify(error.details)}`);
  }
}

/** An address for each conversation picked where the menu has `response_url_enabled`. */
function urlsFor({ responseUrls }: LittleSlack, person: PersonRecord, view: View): JsonObject[] {
  return elementsOf(view.blocks).flatMap((element) => {
    const channelId = asText(currentValue(view.state, element));
    if (element.element['response_url_enabled'] !== true || channelId === '') return [];
    const { blockId, actionId } = element;
    const url = responseUrls.issue(channelId, person.id);
    return [{ response_url: url, channel_id: channelId, action_id: actionId, block_id: blockId }];
  });
}

function answer(little: LittleSlack, view: View, body: JsonObject): SubmitResult {
  const { views, changes } = little.slack;
  const action = body['response_action'];
  switch (action) {
    case undefined:
      if (Object.keys(body).length > 0) return inTrouble(little, view, 'the answer has no response_action');
      if (views.topOf(view.personId) === view) views.pop(view.personId);
      break;
    case 'clear':
      views.clear(view.personId);
      break;
    case 'update':
      acceptedView(views.replace(view, requireGoodView(little.slack, asObject(body['view']), ['modal'])));
      break;
    case 'push':
      acceptedView(views.push(view.personId, requireGoodView(little.slack, asObject(body['view']), ['modal'])));
      break;
    case 'errors':
      return refuseByApp(little, view, body['errors']);
    default:
      return inTrouble(little, view, `response_action ${JSON.stringify(action)} is unknown`);
  }
  changes.announce();
  const isClosed = action === undefined || action === 'clear';
  return { closed: isClosed, ...nowOnScreen(little, view) };
}

/** Errors belong to inputs: any other key and the person is told of trouble instead. */
function refuseByApp(little: LittleSlack, view: View, errors: unknown): SubmitResult {
  if (!isJsonObject(errors) || Object.keys(errors).length === 0) return inTrouble(little, view, 'there are no errors');
  const inputs = elementsOf(view.blocks).filter(({ block }) => block['type'] === 'input');
  const stray = Object.keys(errors).find((key) => !inputs.some(({ blockId }) => blockId === key));
  if (stray !== undefined) return inTrouble(little, view, `${stray} is not the block_id of an input`);
  const texts = Object.fromEntries(Object.entries(errors).map(([key, text]) => [key, asText(text)]));
  return refuse(little, view, texts, 'app');
}

function refuse(
  little: LittleSlack,
  view: View,
  errors: { [blockId: string]: string },
  refusedBy: 'client' | 'app',
): SubmitResult {
  view.errors = errors;
  little.slack.changes.announce();
  const place = viewPlace(view);
  const labelled = elementsOf(view.blocks)
    .filter(({ blockId }) => errors[blockId] !== undefined)
    .map((element) => [namesOf(little.slack, place, element)[0] ?? '', errors[element.blockId] ?? '']);
  return { closed: false, errors: Object.fromEntries(labelled), refusedBy, ...nowOnScreen(little, view) };
}

function inTrouble(little: LittleSlack, view: View, cause: string): SubmitResult {
  view.trouble = troubleShown;
  little.slack.changes.announce();
  return { closed: false, trouble: troubleShown, cause, ...nowOnScreen(little, view) };
}

function nowOnScreen({ slack }: LittleSlack, view: View): { modal?: ModalAsSeen } {
  const top = slack.views.topOf(view.personId);
  return top ? { modal: modalAsSeen(slack, top) } : {};
}

/** Closing asks nobody; the app is told where the view wanted that. */
export async function closeModal(little: LittleSlack, person: PersonRecord, wholeStack: boolean): Promise<void> {
  const { slack, dispatch } = little;
  const stack = slack.views.stackOf(person.id);
  const top = stack.at(-1);
  if (!top) throw new Error(`${person.name} has no modal open`);
  const isCleared = wholeStack || top.content['clear_on_close'] === true;
  const closing = isCleared ? [...stack].reverse() : [top];
  if (isCleared) slack.views.clear(person.id);
  else slack.views.pop(person.id);
  slack.changes.announce();
  const told = closing.filter(({ content }) => content['notify_on_close'] === true);
  const payloads = told.map((view) => viewClosedPayload(slack, person, view, isCleared));
  await Promise.all(payloads.map((payload) => dispatch.send('interactive', payload)));
}
