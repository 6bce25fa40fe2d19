import type { ModalView } from '@slack/types';
import { context, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { definitionLines } from './definition-lines.ts';
import type { Metric } from './metric.ts';

/** After a change: what is in force now, and what to put in the workspace file so that it stays so. */
export function definitionSavedView(before: Metric, now: Metric): ModalView {
  const { put, takeOut } = definitionLines(before, now);
  return {
    type: 'modal',
    title: plainText('Saved'),
    close: plainText('Close'),
    blocks: [
      section(
        `Version ${now.version} of *${escapeMrkdwn(now.name)}* is in force. Numbers given before keep version ${before.version}.`,
      ),
      section(
        'The workspace file describes this metric too, and the next apply takes what stands there. Change it there as well:',
      ),
      ...(put === '' ? [] : [section(`\`\`\`${cut(escapeMrkdwn(put), 2500)}\`\`\``)]),
      ...(takeOut.length === 0 ? [] : [context(`Take out: ${takeOut.map((field) => `\`${field}\``).join(', ')}.`)]),
    ],
  };
}
