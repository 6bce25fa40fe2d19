import { setTimeout as delay } from 'node:timers/promises';
import type { Filling } from '../../simulator/person/filled-value.ts';
import type { Person } from '../../simulator/person/person.ts';
import { colleagueCalled } from '../company.ts';
import { type Stage, zoneNow } from '../stage.ts';

/** How often a window is looked at before it is given up: some seconds. */
const MOST_LOOKS = 1000;
const LOOK_MILLISECONDS = 5;

export type Fields = { [label: string]: Filling };

/** Fills in the open form and sends it. Answers the window that comes of it, if one does. */
export async function send(person: Person, fields: Fields) {
  await person.waitForModal();
  await person.fill(fields);
  const { errors, trouble, modal } = await person.submit();
  if (errors || trouble) throw new Error(`${person.name} could not save: ${JSON.stringify(errors ?? trouble)}`);
  return modal;
}

/** Sends the form and closes whatever is open after it. */
export async function save(person: Person, fields: Fields): Promise<void> {
  if (await send(person, fields)) await person.close({ all: true });
}

/** Types a command, on a day on which nothing is left on the screen, and presses a button of what it is answered with. */
export async function pressBy(person: Person, typed: string, button: string, beside?: string): Promise<void> {
  person.reloads();
  await person.command(typed);
  await person.press(button, beside === undefined ? {} : { beside });
}

/** The same, and saves the form. */
export async function saveBy(person: Person, typed: string, button: string, fields: Fields): Promise<void> {
  await pressBy(person, typed, button);
  await save(person, fields);
}

/** Waits until the open window says this. */
export async function readIn(person: Person, words: string): Promise<void> {
  for (let times = 0; !person.modal()?.lines.some((line) => line.includes(words)); times += 1) {
    if (times > MOST_LOOKS) throw new Error(`${person.name} never reads "${words}"`);
    await delay(LOOK_MILLISECONDS);
  }
}

export async function closeAt(person: Person, words: string): Promise<void> {
  await readIn(person, words);
  await person.close({ all: true });
}

/** Presses a button under the latest message of the app that holds these words. */
export async function pressUnder(person: Person, words: string, button: string): Promise<void> {
  const { ts } = await person.waitForMessage(words);
  await person.press(button, { in: 'app', message: ts });
}

/** In the story, in a line of its own. */
export function tell({ world, narrator, ...stage }: Stage, handle: string, what: string): void {
  const colleague = colleagueCalled(handle);
  narrator.tell(world.clock.now(), zoneNow({ world, narrator, ...stage }, colleague), `${colleague.name} ${what}`);
}
