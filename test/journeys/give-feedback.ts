import { expect } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';

type Typed = Parameters<Person['fill']>[0];

export const good: Typed = {
  'What did they do': 'You sent the agenda on Monday and wrote the three open points on the board.',
  'What did it cause, for the client or the team': 'Northwind came prepared and signed on Tuesday.',
};

export const gap: Typed = {
  'What is it': 'A gap',
  'What did they do': 'In the call about the export you spoke first and for ten minutes.',
  'What did it cause, for the client or the team': 'The question of the client came at the end.',
  'One concrete step': 'Open the next call with a question.',
  'By when': '2026-04-10',
};

/** Opens the form for feedback and fills it in; it is not submitted. */
export async function typeFeedback(person: Person, whom: string, typed: Typed): Promise<void> {
  await person.command(`/feedback @${whom}`);
  await person.waitForModal('Give feedback');
  // A gap is asked about otherwise than a strength: the form changes first.
  const { 'What is it': kind, ...rest } = typed;
  if (kind !== undefined) await person.fill({ 'What is it': kind });
  await person.fill(rest);
}

export async function give(person: Person, whom: string, typed: Typed): Promise<void> {
  await typeFeedback(person, whom, typed);
  expect((await person.submit()).errors).toBeUndefined();
  expect((await person.waitForModal('Saved')).title).toBe('Saved');
  await person.close({ all: true });
}

/** What a view of feedback shows. */
export async function readFeedback(person: Person, typed = '/feedback about me'): Promise<string> {
  await person.command(typed);
  const seen = (await person.waitForModal('Feedback')).lines.join('\n');
  await person.close({ all: true });
  return seen;
}
