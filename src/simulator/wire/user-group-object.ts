import type { JsonObject } from '../workspace/json.ts';
import type { UserGroup } from '../workspace/user-groups.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function userGroupObject(slack: Workspace, group: UserGroup, withUsers: boolean): JsonObject {
  return {
    id: group.id,
    team_id: slack.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: group.created,
    date_update: group.updated,
    date_delete: group.disabled ? group.updated : 0,
    auto_type: null,
    auto_provision: false,
    created_by: 'USLACKBOT',
    updated_by: 'USLACKBOT',
    deleted_by: group.disabled ? 'USLACKBOT' : null,
    prefs: { channels: [], groups: [] },
    ...(withUsers ? { users: group.members } : {}),
    user_count: group.members.length,
    channel_count: 0,
  };
}
