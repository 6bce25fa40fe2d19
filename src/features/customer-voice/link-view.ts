import type { ModalView } from '@slack/types';
import { context, plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import type { FormLink } from './form-link.ts';

/** The link, to be copied and sent. Whoever has it can answer, so only its maker is shown it. */
export function linkView(link: Pick<FormLink, 'client' | 'expiresAt'>, url: string, isPublic: boolean): ModalView {
  return {
    type: 'modal',
    title: plainText('Form for a client'),
    close: plainText('Close'),
    blocks: [
      section(`Send this link to *${escapeMrkdwn(link.client)}*, and to nobody else: whoever has it can answer, once.`),
      section(`<${url}>`),
      context(`Open until ${slackTime(link.expiresAt)}. \`/throughline form\` shows it again, and revokes it.`),
      ...(isPublic
        ? []
        : [
            section(
              ':warning: This link opens only on the machine on which Throughline runs. Before you send it, an administrator sets `PUBLIC_URL`.',
            ),
          ]),
    ],
  };
}
