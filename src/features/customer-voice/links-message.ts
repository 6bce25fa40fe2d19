import { actions, button, header, plainText, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { type FormLink, linkState } from './form-link.ts';
import { readableScale } from './score.ts';
import { NEW_LINK_BUTTON } from './voices-message.ts';

export const SHOW_LINK_BUTTON = 'show_customer_form';
export const REVOKE_LINK_BUTTON = 'revoke_customer_form';

/** The forms that somebody has made lately, the latest first. */
export function linksMessage(links: FormLink[], now: Date, notice?: string): Message {
  return {
    text: 'Forms for clients',
    blocks: [
      ...(notice === undefined ? [] : [section(notice)]),
      header('Forms for clients'),
      section(
        links.length === 0
          ? 'You have made no form yet. A form asks one client one question on a web page; you send them its link.'
          : 'The forms that you made lately. Each can be answered once; `/throughline voice` shows the answers.',
      ),
      ...links.flatMap((link) => linkBlocks(link, now)),
      actions('customer_forms', [button({ actionId: NEW_LINK_BUTTON, text: 'Form for a client', style: 'primary' })]),
    ],
  };
}

function linkBlocks(link: FormLink, now: Date) {
  const { id, client, scale } = link;
  const what = section(`*${escapeMrkdwn(client)}*, ${readableScale(scale)}: ${standing(link, now)}`);
  if (linkState(link, now) !== 'open') return [what];
  return [
    what,
    actions(`customer_form_${id}`, [
      button({ actionId: SHOW_LINK_BUTTON, text: 'Show the link', value: id, label: `Show the link for ${client}` }),
      button({
        actionId: REVOKE_LINK_BUTTON,
        text: 'Revoke',
        value: id,
        style: 'danger',
        label: `Revoke the link for ${client}`,
        confirm: {
          title: plainText('Revoke this link?'),
          text: plainText('Whoever has it can answer no more. It cannot be brought back; you can make another.'),
          confirm: plainText('Revoke'),
          deny: plainText('Leave it'),
        },
      }),
    ]),
  ];
}

function standing(link: FormLink, now: Date): string {
  switch (linkState(link, now)) {
    case 'open':
      return `open until ${slackTime(link.expiresAt)}`;
    case 'answered':
      return `answered ${slackTime(link.answeredAt ?? now)}`;
    case 'revoked':
      return `revoked ${slackTime(link.revokedAt ?? now)}`;
    case 'expired':
      return `not answered, expired ${slackTime(link.expiresAt)}`;
  }
}
