import { z } from 'zod';

// What every section of the workspace file is made of. Every message says what is expected; schema-problems.ts makes the
// sentence around it.

/** A mapping that knows all its keys. For a key it does not know, the message lists those it does. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a mapping with the keys ${keys}`),
  });
}

export const words = (max: number) => {
  const expected = `text of 1 to ${max} characters`;
  return z.string(expected).trim().min(1, expected).max(max, expected);
};

export const wholeNumber = (what: string, min: number, max: number) => {
  const expected = `${what} from ${min} to ${max}`;
  return z.int(expected).min(min, expected).max(max, expected);
};

export const oneOf = <const Words extends readonly string[]>(choices: Words) =>
  z.enum(choices, `one of ${choices.join(', ')}`);

/** The keys that the file names in each section; an entry may point at another. */
export interface NamedKeys {
  teams: string[];
  metrics: string[];
  roles: string[];
}

export const keyOf = (noun: string, named: string[]) => z.enum(named, `the key of a ${noun} in this file`);

export const listOf = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.array(item, `a list of ${expected}`).min(1, `a list of at least one of ${expected}`);

const PERSON = 'an e-mail address or a Slack user id such as U012ABCDEF';
export const person = z
  .string(PERSON)
  .regex(/^([UW][A-Z0-9]+|[^\s@]+@[^\s@]+)$/, PERSON)
  .transform((reference) => (reference.includes('@') ? reference.toLowerCase() : reference));
