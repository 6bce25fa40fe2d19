import type { JsonObject } from '../workspace/json.ts';
import type { View } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A view as Slack sends it; answers of `views.*` carry no typed values, interactions do. */
export function viewObject(slack: Workspace, view: View, values: 'with-values' | 'without-values'): JsonObject {
  const { content } = view;
  return {
    id: view.id,
    team_id: slack.team.id,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    state: { values: values === 'with-values' ? structuredClone(view.state) : {} },
    hash: view.hash,
    title: content['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: slack.app.appId,
    external_id: content['external_id'] ?? '',
    app_installed_team_id: slack.team.id,
    bot_id: slack.app.botId,
  };
}
