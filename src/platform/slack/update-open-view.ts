import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** Changes a window while somebody has it open. Submitted or closed meanwhile, it needs no change. */
export async function updateOpenView(client: WebClient, viewId: string, view: ModalView): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && /\b(?:not_found|view_not_found)\b/.test(error.message);
}
