import type { ApiMethods } from './api-method.ts';
import { createAppsMethods } from './apps-methods.ts';
import { authMethods } from './auth-methods.ts';
import { blocksMethods } from './blocks-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationsMethods } from './conversations-methods.ts';
import { dndMethods } from './dnd-methods.ts';
import { filesMethods } from './files-methods.ts';
import { historyMethods } from './history-methods.ts';
import { oauthMethods } from './oauth-methods.ts';
import { reactionsMethods } from './reactions-methods.ts';
import { scheduledMethods } from './scheduled-methods.ts';
import { teamMethods } from './team-methods.ts';
import { userGroupsMethods } from './user-groups-methods.ts';
import { userProfileMethods } from './user-profile-methods.ts';
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
    ...blocksMethods,
    ...dndMethods,
    ...filesMethods,
    ...oauthMethods,
    ...reactionsMethods,
    ...scheduledMethods,
    ...userGroupsMethods,
    ...userProfileMethods,
  };
}
