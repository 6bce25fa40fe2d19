import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { TYPED, textField } from '../../platform/slack/form-fields.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';

export const CLOSE_FORM = 'close_initiative';
export const RELEASE_FORM = 'release_dependency';

const NOTE = 'note';

export function closeForm({ id, name }: { id: string; name: string }): ModalView {
  return {
    type: 'modal',
    callback_id: CLOSE_FORM,
    private_metadata: id,
    title: plainText('Close an initiative'),
    submit: plainText('Close it'),
    close: plainText('Cancel'),
    blocks: [
      section(`*${cut(escapeMrkdwn(name), 150)}*`),
      input({
        blockId: NOTE,
        label: 'What came of it',
        hint: 'For the client and for the work, also where it is less than hoped. The next digests tell it.',
        element: textField({ multiline: true, max_length: 1000 }, null),
      }),
    ],
  };
}

export function releaseForm({ id, what }: { id: string; what: string }): ModalView {
  return {
    type: 'modal',
    callback_id: RELEASE_FORM,
    private_metadata: id,
    title: plainText('The wait is over'),
    submit: plainText('Release'),
    close: plainText('Cancel'),
    blocks: [
      section(`*${cut(escapeMrkdwn(what), 300)}*`),
      input({
        blockId: NOTE,
        label: 'What was delivered, or why it is not needed any more',
        element: textField({ multiline: true, max_length: 500 }, null),
      }),
    ],
  };
}

export function readEndingForm({
  private_metadata: id,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>):
  | { ok: true; id: string; note: string }
  | { ok: false; errors: Record<string, string> } {
  const note = state.values[NOTE]?.[TYPED]?.value?.trim();
  return note ? { ok: true, id, note } : { ok: false, errors: { [NOTE]: 'Say it in a few words.' } };
}
