import type { JsonObject } from '../workspace/json.ts';
import type { Token } from '../workspace/tokens.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';

export interface ApiMethod {
  /** Which token it wants: the bot's, the bot's or a person's, the app-level one, or none at all. */
  token: 'bot' | 'bot-or-user' | 'app' | 'none';
  /** Scopes needed whatever the arguments. */
  scopes: string[];
  /** Some methods read only query and form, and see nothing of a JSON body. */
  readsJson: boolean;
  /** Calls a minute that Slack promises; only counted when rate limits are on. */
  callsPerMinute: number;
  /** `caller` is there unless the method wants no token. */
  run(slack: Workspace, args: ApiArguments, caller?: Token): JsonObject;
}

export type ApiMethods = { [name: string]: ApiMethod };

/** The tiers' promises, calls a minute. */
export const tier = { one: 1, two: 20, three: 50, four: 100, special: 600 } as const;

export function requireScope(slack: Workspace, needed: string): void {
  const provided = slack.app.scopes;
  if (!provided.includes(needed)) throw new ApiError('missing_scope', { needed, provided: provided.join(',') });
}

export function hasScope(slack: Workspace, scope: string): boolean {
  return slack.app.scopes.includes(scope);
}
