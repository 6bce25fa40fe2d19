import { type BlockElement, elementsOf } from '../workspace/block-elements.ts';
import type { Channel } from '../workspace/channels.ts';
import { type FormState, startState } from '../workspace/form-state.ts';
import { asList, asObject, type Json } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { View } from '../workspace/views.ts';
import { appDirectMessages, type Workspace } from '../workspace/workspace.ts';
import { NotSeenYet } from './look-again.ts';

export interface Where {
  /** `home`, a channel by name or id, or `app` for the app's direct messages. */
  in?: string;
  /** By ts, or `latest`: the newest message that has what is looked for. */
  message?: string;
  /** Of several with one label, the one in or right under the block with these words. */
  beside?: string;
}

/** Something with blocks that is before a person's eyes, and what they have chosen in it. */
export interface Place {
  /** For complaints: `the modal "Check in"`. */
  called: string;
  blocks: Json[];
  state: FormState;
  source: { view: View } | { message: Message; channel: Channel };
}

/** The eyes and the unsent choices of one person. */
export interface Eyes {
  person: PersonRecord;
  homeIsOpen: boolean;
  /** What was chosen in messages, by channel and ts: every person sees their own. */
  messageStates: Map<string, FormState>;
}

export function channelCalled(slack: Workspace, person: PersonRecord, name = 'app'): Channel {
  const bot = [slack.app.botUserId, slack.app.manifest.botName, `@${slack.app.manifest.botName}`, 'app'];
  const channel = bot.includes(name) ? appDirectMessages(slack, person.id) : slack.channels.get(name);
  const isOpenToAll = channel.kind === 'public' && !person.guest;
  if (!channel.members.has(person.id) && !isOpenToAll) {
    throw new Error(`${person.name} is not in ${channel.name ? `#${channel.name}` : channel.id} and cannot see it`);
  }
  return channel;
}

/** All a person sees in a channel, oldest first: ephemerals are for one pair of eyes. */
export function visibleMessages(slack: Workspace, person: PersonRecord, channel: Channel): Message[] {
  return slack.messages.inChannel(channel.id).filter(({ visibleTo }) => !visibleTo || visibleTo === person.id);
}

/** The places a person could press something in now. An open modal covers everything else. */
export function placesInSight(slack: Workspace, eyes: Eyes, where: Where): Place[] {
  const { person } = eyes;
  const modal = slack.views.topOf(person.id);
  if (modal) {
    if (where.in || where.message) {
      throw new NotSeenYet(`${person.name} has the modal "${titleOf(modal)}" open, which covers everything else`);
    }
    return [viewPlace(modal)];
  }
  const home = slack.views.homeOf(person.id);
  const homes = eyes.homeIsOpen && home ? [viewPlace(home)] : [];
  if (where.in === 'home') {
    if (homes.length === 0) throw new NotSeenYet(`${person.name} has no Home tab open that the app has filled`);
    return homes;
  }
  const channels = where.in
    ? [channelCalled(slack, person, where.in)]
    : slack.channels.all().filter(({ members }) => members.has(person.id));
  const messages = channels.flatMap((channel) =>
    visibleMessages(slack, person, channel).map((message) => messagePlace(slack, eyes, channel, message)),
  );
  return where.in || where.message ? pick(messages, where.message) : [...homes, ...messages];
}

/** For `latest` the newest comes last. */
function pick(places: Place[], wanted: string | undefined): Place[] {
  if (wanted === undefined) return places;
  if (wanted === 'latest') return places.toSorted((a, b) => Number(tsOf(a)) - Number(tsOf(b)));
  return places.filter(({ source }) => 'message' in source && source.message.ts === wanted);
}

function tsOf({ source }: Place): string {
  return 'message' in source ? source.message.ts : '0';
}

export function viewPlace(view: View): Place {
  const called = view.kind === 'home' ? 'the Home tab' : `the modal "${titleOf(view)}"`;
  return { called, blocks: view.blocks, state: view.state, source: { view } };
}

function messagePlace(slack: Workspace, eyes: Eyes, channel: Channel, message: Message): Place {
  const key = `${channel.id} ${message.ts}`;
  const blocks = messageBlocks(message);
  const state = startState(blocks, eyes.messageStates.get(key));
  if (elementsOf(blocks).length > 0) eyes.messageStates.set(key, state);
  const place = channel.name ? `#${channel.name}` : `the direct messages with ${slack.app.manifest.botName}`;
  return { called: `message ${message.ts} in ${place}`, blocks, state, source: { message, channel } };
}

/** Its own and those of its attachments. */
export function messageBlocks(message: Message): Json[] {
  const attached = (message.attachments ?? []).flatMap((attachment) => asList(asObject(attachment)['blocks']));
  return [...(message.blocks ?? []), ...attached];
}

export function titleOf(view: View): string {
  const title = view.content['title'];
  return typeof title === 'object' && title !== null && !Array.isArray(title) ? String(title['text'] ?? '') : '';
}

export type Found = { place: Place; element: BlockElement };
