import type { z } from 'zod';
import { didYouMean } from '../../platform/slack/closest-word.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, in our words. Its messages say what is expected; unknown keys come with the known ones. */
export function schemaProblems(issue: Issue): { at: PropertyKey[]; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(', ');
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      message: `is not known here${didYouMean(key, known) || `; known are ${issue.message}`}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    const message = sentence(issue.issues[0]?.message ?? issue.message, { ...issue, input: issue.path.at(-1) });
    return [{ at: issue.path, message }];
  }
  return [{ at: issue.path, message: sentence(issue.message, issue) }];
}

function sentence(expected: string, issue: Issue): string {
  const { input } = issue;
  if (input === undefined) return `is missing; expected ${expected}`;
  if (input === null) return `is empty; expected ${expected} (what begins with # needs quotes, else it is a comment)`;
  const hint = issue.code === 'invalid_value' ? didYouMean(String(input), issue.values.map(String)) : '';
  return `expected ${expected}, found ${shown(input)}${hint}`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : `a list of ${input.length}`;
  if (typeof input === 'object') return 'a mapping';
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
