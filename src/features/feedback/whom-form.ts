import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';

export const WHOM_FORM = 'feedback_whom';

const WHOM = 'whom';
const PICKED = 'picked';

/** Asks whom feedback is about, where the message that it is about does not tell. */
export function whomForm(messageLink: string): ModalView {
  return {
    type: 'modal',
    callback_id: WHOM_FORM,
    private_metadata: messageLink,
    title: plainText('Give feedback'),
    submit: plainText('Next'),
    close: plainText('Cancel'),
    blocks: [
      context(`About <${messageLink}|this message>.`),
      input({ blockId: WHOM, label: 'Whom is it about', element: { type: 'users_select', action_id: PICKED } }),
    ],
  };
}

export function readWhomForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  messageLink: string;
  subjectId: string;
} {
  return { messageLink: private_metadata, subjectId: state.values[WHOM]?.[PICKED]?.selected_user ?? '' };
}

export function whomFormErrors(because: string): Record<string, string> {
  return { [WHOM]: because };
}
