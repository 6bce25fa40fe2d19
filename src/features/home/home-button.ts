import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Leads to App Home: by Slack's own address of it, as no app can open it for somebody. */
export function homeButton({ workspaceId, appId }: { workspaceId: string; appId: string }): Button {
  const url = `slack://app?team=${workspaceId}&id=${appId}&tab=home`;
  return button({ actionId: 'go_home', text: 'My Home', url, label: 'My Home: everything on record about you' });
}
