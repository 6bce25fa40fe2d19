import type { ApiMethods } from './api-method.ts';
import { createAppsMethods } from './apps-methods.ts';
import { authMethods } from './auth-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationsMethods } from './conversations-methods.ts';
import { historyMethods } from './history-methods.ts';
import { teamMethods } from './team-methods.ts';
import { usersMethods } from './users-methods.ts';
import { viewsMethods } from './views-methods.ts';

/** Every Web API method there is; COVERAGE.md says how far each goes. */
export function createMethods(openConnection: () => string): ApiMethods {
  return {
    ...authMethods,
    ...teamMethods,
    ...usersMethods,
    ...conversationsMethods,
    ...historyMethods,
    ...chatMethods,
    ...viewsMethods,
    ...createAppsMethods(openConnection),
  };
}
