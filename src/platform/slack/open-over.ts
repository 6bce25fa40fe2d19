import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** From a button in a window, on top of it; from one in a message or at Home, a new window. */
export async function openOver(
  client: Pick<WebClient, 'views'>,
  { trigger_id, view: below }: Pick<BlockAction, 'trigger_id' | 'view'>,
  view: ModalView,
): Promise<void> {
  if (below?.type === 'modal') await client.views.push({ trigger_id, view });
  else await client.views.open({ trigger_id, view });
}
