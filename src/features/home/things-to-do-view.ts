import type { KnownBlock } from '@slack/types';
import { header, section } from '../../platform/slack/block-kit.ts';
import type { ThingToDo } from '../../platform/slack/thing-to-do.ts';

const MOST_SHOWN = 15;

/** What waits for the person, each with the button that does it. */
export function thingsToDoView(things: readonly ThingToDo[]): KnownBlock[] {
  if (things.length === 0) {
    return [section('You owe nothing right now. You can check in early, or change the last answer.')];
  }
  const more = things.length - MOST_SHOWN;
  return [
    header('To do'),
    ...things.slice(0, MOST_SHOWN).map(({ words, button }) => section(words, button)),
    ...(more > 0 ? [section(`…and ${more} more. They show here when these are done.`)] : []),
  ];
}
