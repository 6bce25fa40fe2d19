import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { withTyped } from '../../platform/slack/with-typed.ts';
import type { Sure, UnlikelyValue } from './find-unlikely-values.ts';

const ASKED = 'sure_of:';
const END = 'sure_of_all';

/**
 * The same form once more, asking about values that may be slips of the pen: each above its field, and at the end, beside
 * the button that was just pressed. What is asked stands in the ids of the blocks
 * that ask: sent like that, it is an answer.
 */
export function askingAgain(
  view: ViewOutput,
  unlikely: readonly UnlikelyValue[],
  blockOf: (metricKey: string) => string,
): ModalView {
  const form = (view.blocks as KnownBlock[]).filter(({ block_id: id = '' }) => !id.startsWith(ASKED) && id !== END);
  const blocks = withTyped(form, view.state.values);
  const asked = (blockId: string | undefined) =>
    unlikely
      .filter(({ metricKey }) => blockOf(metricKey) === blockId)
      .map(({ metricKey, value, why }) => ({
        ...section(`:warning: ${escapeMrkdwn(why)}`),
        block_id: `${ASKED}${value}:${metricKey}`,
      }));
  const words = unlikely.map(({ why }) => escapeMrkdwn(why)).join(' ');
  const end = section(`:warning: ${words} Save it anyway? If it is right, press *Save anyway*; else change it above.`);
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: plainText(view.title.text),
    submit: plainText('Save anyway'),
    close: plainText(view.close?.text ?? 'Cancel'),
    notify_on_close: view.notify_on_close,
    blocks: [...blocks.flatMap((block) => [...asked(block.block_id), block]), { ...end, block_id: END }],
  };
}

/** What the form asked about before it was sent. */
export function sureOf({ blocks }: Pick<ViewOutput, 'blocks'>): Sure {
  return (blocks as KnownBlock[]).flatMap(({ block_id: id = '' }) => {
    if (!id.startsWith(ASKED)) return [];
    const [value = '', ...key] = id.slice(ASKED.length).split(':');
    return [{ metricKey: key.join(':'), value }];
  });
}
