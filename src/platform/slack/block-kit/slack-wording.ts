import type { z } from 'zod';

/** What is wrong at one place of a payload. The path leads from the root of what was checked. */
export interface Finding {
  path: PropertyKey[];
  message: string;
}

/** Says each zod issue the way Slack says it in `response_metadata.messages`, so that both read alike in a log. */
export function inSlackWords(issues: z.core.$ZodIssue[], input: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, input));
}

function findingsOf(issue: z.core.$ZodIssue, input: unknown): Finding[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, message: `invalid additional property: ${key}` }));
    case 'too_big':
      return [{ path, message: tooBig(issue.origin, Number(issue.maximum)) }];
    case 'too_small':
      return [{ path, message: tooSmall(issue.origin, Number(issue.minimum), issue.inclusive) }];
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return [valueAt(input, path) === undefined ? missing(path) : { path, message: notAllowed(issue, input) }];
    default:
      return [{ path, message: issue.message }];
  }
}

function missing(path: PropertyKey[]): Finding {
  return { path: path.slice(0, -1), message: `missing required field: ${String(path.at(-1) ?? 'payload')}` };
}

function notAllowed(issue: z.core.$ZodIssue, input: unknown): string {
  if (issue.path.at(-1) === 'type') return `unsupported type: ${String(valueAt(input, issue.path))}`;
  if (issue.code === 'invalid_type') return `must provide ${withArticle(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`;
  return 'failed to match all allowed schemas';
}

function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  return `must be less than or equal to ${maximum}`;
}

function tooSmall(origin: string, minimum: number, inclusive = true): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  if (origin === 'array') return `no fewer than ${minimum} items allowed`;
  return `must be greater than ${inclusive ? 'or equal to ' : ''}${minimum}`;
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
