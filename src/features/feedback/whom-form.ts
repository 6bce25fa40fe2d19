import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';

export const WHOM_FORM = 'feedback_whom';

const WHOM = 'whom';
const PICKED = 'picked';

/** Asks whom feedback is about, where no message tells. */
export function whomForm(messageLink: string | null): ModalView {
  return {
    type: 'modal',
    callback_id: WHOM_FORM,
    private_metadata: messageLink ?? '',
    title: plainText('Give feedback'),
    submit: plainText('Next'),
    close: plainText('Cancel'),
    blocks: [
      ...(messageLink === null ? [] : [context(`About <${messageLink}|this message>.`)]),
      input({ blockId: WHOM, label: 'Whom is it about', element: { type: 'users_select', action_id: PICKED } }),
    ],
  };
}

export function readWhomForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  messageLink?: string;
  subjectId: string;
} {
  const link = private_metadata === '' ? {} : { messageLink: private_metadata };
  return { ...link, subjectId: state.values[WHOM]?.[PICKED]?.selected_user ?? '' };
}

export function whomFormErrors(because: string): Record<string, string> {
  return { [WHOM]: because };
}
