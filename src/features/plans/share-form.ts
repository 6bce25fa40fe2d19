import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, plainText, section } from '../../platform/slack/block-kit.ts';
import type { PlanVersion } from './plan.ts';

export const SHARE_FORM = 'share_plan_form';

const CHANNEL = 'channel';
const PICKED = 'picked';
const formMemory = z.object({ planId: z.string(), version: z.number() });

/** The plan in plain words, to be copied, or posted where it is picked. */
export function shareForm({ planId, version }: PlanVersion, text: string): ModalView {
  return {
    type: 'modal',
    callback_id: SHARE_FORM,
    private_metadata: JSON.stringify({ planId, version }),
    title: plainText('Text to share'),
    submit: plainText('Post it'),
    close: plainText('Close'),
    blocks: [
      context('Copy it, or pick where it is posted in your name. Numbers that were reported are not in it.'),
      section(text),
      input({
        blockId: CHANNEL,
        label: 'Post it to',
        element: {
          type: 'conversations_select',
          action_id: PICKED,
          placeholder: plainText('A channel'),
          // Slack hands over an address of that conversation: the app need not be a member of it.
          response_url_enabled: true,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      }),
    ],
  };
}

export function readShareForm({ private_metadata }: Pick<ViewOutput, 'private_metadata'>): z.infer<typeof formMemory> {
  return formMemory.parse(JSON.parse(private_metadata));
}
