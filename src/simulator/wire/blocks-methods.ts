import { checkMessage, checkView, type LimitViolation } from '../../platform/slack/block-kit-limits.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject, parseJson } from '../workspace/json.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError, explained } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';

const kinds = ['blocks', 'view', 'message'] as const;
const mostCharacters = 100_000;

export const blocksMethods: ApiMethods = {
  'blocks.validate': {
    token: 'none',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.special,
    run(_slack, args) {
      const [kind, ...others] = kinds.filter((name) => args.has(name));
      if (!kind || others.length > 0) {
        throw explained('invalid_arguments', ['must provide exactly one of `blocks`, `view`, or `message`']);
      }
      const errors = violationsIn(kind, readPayload(args, kind)).map(errorOf);
      if (errors.length > 0) throw new ApiError(`invalid_${kind}`, { errors });
      return {};
    },
  },
};

function readPayload(args: ApiArguments, kind: string): Json {
  const given = args.all[kind] ?? null;
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (text.length > mostCharacters) {
    throw explained('invalid_arguments', [`[ERROR] must be less than 100001 characters [json-pointer:/${kind}]`]);
  }
  const value = parseJson(text);
  if (value === undefined) throw explained('invalid_arguments', [`[ERROR] invalid JSON [json-pointer:/${kind}]`]);
  return value;
}

/** The pointers lead from the root of what was given. */
function violationsIn(kind: (typeof kinds)[number], payload: Json): LimitViolation[] {
  if (kind === 'view') return checkView(payload).map((found) => below('/view', found));
  if (kind === 'message') return isJsonObject(payload) ? checkMessage(payload) : [notA('message object')];
  if (!isJsonList(payload)) return [notA('list of blocks')];
  return checkMessage({ text: 'said elsewhere', blocks: payload }).map((found) => below('/blocks', found));
}

function below(root: string, { pointer, message }: LimitViolation): LimitViolation {
  return { message, pointer: pointer.startsWith(root) ? pointer.slice(root.length) : pointer };
}

function notA(what: string): LimitViolation {
  return { pointer: '', message: `must provide a ${what}` };
}

function errorOf({ pointer, message }: LimitViolation): JsonObject {
  return { code: 'failed_constraint', message, pointer, constraint: constraintOf(message) };
}

/** What the words say, as numbers and names. */
function constraintOf(message: string): JsonObject {
  const characters = /^must be less than (\d+) characters/.exec(message)?.[1];
  if (characters) return { type: 'max_length', expected: Number(characters) - 1 };
  const items = /^no more than (\d+) items allowed/.exec(message)?.[1];
  if (items) return { type: 'max_items', expected: Number(items) };
  const type = /^unsupported type: (.*)/.exec(message)?.[1];
  if (type) return { type: 'enum', got: type };
  const field = /^missing required field: (.*)/.exec(message)?.[1];
  return field ? { type: 'required', expected: field } : { type: 'schema' };
}
