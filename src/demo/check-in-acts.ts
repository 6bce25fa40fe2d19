import type { Filling } from '../simulator/person/filled-value.ts';
import type { Person } from '../simulator/person/person.ts';
import type { SubmitResult } from '../simulator/person/submit-modal.ts';
import type { Answer } from './answers.ts';
import { labelOf } from './roster.ts';

/** The words on the form under which things are typed. */
const CLIENT = 'Client';
const WHAT_CHANGED = 'What changed for them';
const KIND = 'What kind of change';
const WHO_HELPED = 'Who helped';
const IN_THE_WAY = 'What got in the way';

/** Opens the form by the button under a message, whichever stands there: Answer or Edit. */
export async function openByButton(person: Person, button: 'Answer' | 'Edit', ts: string): Promise<void> {
  await person.press(button, { in: 'app', message: ts });
  await person.waitForModal();
}

export async function openByCommand(person: Person): Promise<void> {
  await person.command('/checkin');
  await person.waitForModal();
}

export async function fillIn(person: Person, { values, win, obstacle }: Answer): Promise<void> {
  const typed: { [label: string]: Filling } = {};
  for (const { metric, typed: value } of values) typed[labelOf(metric)] = value;
  if (win) {
    typed[CLIENT] = win.client;
    typed[WHAT_CHANGED] = win.whatChanged;
    typed[KIND] = win.kind;
    typed[WHO_HELPED] = [...win.helpers];
  }
  if (obstacle !== null) typed[IN_THE_WAY] = obstacle;
  await person.fill(typed);
}

/** Submits, and expects the form to close: what is saved is saved then. */
export async function save(person: Person): Promise<void> {
  const first = await person.submit();
  // Asked whether a number far from those before is right, they say that it is.
  const isAsked = !first.closed && !first.errors && !first.trouble;
  const result = isAsked ? await person.submit() : first;
  if (!result.closed) throw new Error(`${person.name} could not save: ${JSON.stringify(whyNot(result))}`);
}

function whyNot({ errors, trouble, cause }: SubmitResult) {
  return { errors, trouble, cause };
}
