import type { LittleSlack } from '../person/little-slack.ts';
import { messageBlocks, type Place, viewPlace, visibleMessages } from '../person/places.ts';
import { elementsOf } from '../workspace/block-elements.ts';
import { type FormState, startState } from '../workspace/form-state.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonRecord } from '../workspace/people.ts';

/** Where an element is, as the page names it. */
export type PlaceName = { view: string } | { channel: string; ts: string };

const dayMilliseconds = 24 * 60 * 60_000;

/** What one person has read and chosen through the page, whichever window they used. */
export class Browsing {
  readonly person: PersonRecord;
  readonly #little: LittleSlack;
  readonly #states = new Map<string, FormState>();
  readonly #readUpTo = new Map<string, number>();
  /** To somebody who just sat down, what came in the last day is new. */
  readonly #readAtFirst: number;

  constructor(little: LittleSlack, person: PersonRecord) {
    this.#little = little;
    this.person = person;
    this.#readAtFirst = (little.slack.calendar.now().getTime() - dayMilliseconds) / 1000;
  }

  /** Everything up to that message is read. */
  read(channelId: string, ts: string): void {
    this.#readUpTo.set(channelId, Math.max(Number(ts), this.#lastRead(channelId)));
    this.#little.slack.changes.announce();
  }

  unreadIn(messages: Message[]): number {
    return messages.filter(
      ({ channelId, ts, userId }) => userId !== this.person.id && Number(ts) > this.#lastRead(channelId),
    ).length;
  }

  /** What the person has chosen in a message; undefined where there is nothing to choose. */
  stateOf(message: Message): FormState | undefined {
    const blocks = messageBlocks(message);
    if (elementsOf(blocks).length === 0) return undefined;
    const key = `${message.channelId} ${message.ts}`;
    const state = startState(blocks, this.#states.get(key));
    this.#states.set(key, state);
    return state;
  }

  /** The place with its blocks, if it is still before the person's eyes. */
  find(name: PlaceName): Place | undefined {
    const { slack } = this.#little;
    const { person } = this;
    if ('view' in name) {
      const views = [...slack.views.stackOf(person.id), slack.views.homeOf(person.id)];
      const view = views.find((one) => one?.id === name.view);
      return view && viewPlace(view);
    }
    const channel = slack.channels.findById(name.channel);
    const message = channel && visibleMessages(slack, person, channel).find(({ ts }) => ts === name.ts);
    if (!message) return undefined;
    const called = `message ${message.ts}`;
    return { called, blocks: messageBlocks(message), state: this.stateOf(message) ?? {}, source: { message, channel } };
  }

  #lastRead(channelId: string): number {
    return this.#readUpTo.get(channelId) ?? this.#readAtFirst;
  }
}
