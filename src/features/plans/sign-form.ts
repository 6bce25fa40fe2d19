import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { plainText } from '../../platform/slack/block-kit.ts';
import { latestOf, type Plan } from './plan.ts';
import { sessionBlocks } from './session-message.ts';

export const SIGN_FORM = 'sign_plan_form';

const formMemory = z.object({ planId: z.string(), version: z.number() });

/** The latest version to be read, as its session shows it, and signed below. */
export function signForm(plan: Plan): ModalView {
  const { planId, version } = latestOf(plan);
  return {
    type: 'modal',
    callback_id: SIGN_FORM,
    private_metadata: JSON.stringify({ planId, version }),
    title: plainText('Plan to be signed'),
    submit: plainText(`Sign version ${version}`),
    close: plainText('Not now'),
    blocks: sessionBlocks(plan),
  };
}

export function readSignForm({ private_metadata }: Pick<ViewOutput, 'private_metadata'>): z.infer<typeof formMemory> {
  return formMemory.parse(JSON.parse(private_metadata));
}
