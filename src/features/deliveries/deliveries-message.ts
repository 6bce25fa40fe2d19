import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import { actions, button, context, header, plainText, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import type { DeadLetter, Deliveries } from './load-deliveries.ts';
import { readableProgress } from './readable-progress.ts';

export const RESEND_BUTTON = 'resend_delivery';
export const RESEND_ALL_BUTTON = 'resend_all_deliveries';
export const PAGE_BUTTONS = { previous: 'previous_deliveries', next: 'next_deliveries' } as const;

/** For administrators; `notice` tells what became of the button they pressed. */
export function deliveriesMessage(deliveries: Deliveries, notice?: string): Message {
  const { sendOut, deadCount, dead, page, pages } = deliveries;
  const going = sendOut
    ? `${readableProgress(sendOut)}\nSince ${slackTime(sendOut.startedAt)}.`
    : 'Nothing waits to be sent.';
  const failed =
    deadCount === 0
      ? 'Everything that was to be sent was sent.'
      : `*Not sent: ${deadCount}.* Nobody tries these again until you resend them.`;
  return {
    text: `Deliveries: ${sendOut ? `${sendOut.waiting} waiting` : 'nothing waits'}, ${deadCount} not sent`,
    blocks: [
      ...(notice === undefined ? [] : [section(`:white_check_mark: ${notice}`)]),
      header('Deliveries'),
      section(going),
      section(failed),
      ...dead.map(letter),
      ...(deadCount > 0 ? turning(page, pages) : []),
    ],
  };
}

function letter({ id, kind, recipient, plannedAt, reason, remedy, inDoubt }: DeadLetter): KnownBlock {
  const ids = recipient.split(',');
  const whom = ids.map((id) => (/^[UW]/.test(id) ? `<@${id}>` : `<#${id}>`)).join(', ');
  const text = `*${kind}* to ${whom}, ${slackTime(plannedAt)}\n${cut(escapeMrkdwn(reason), 600)}\n_${cut(escapeMrkdwn(remedy), 400)}_`;
  const again = button({
    actionId: RESEND_BUTTON,
    text: 'Resend',
    value: id,
    label: `Resend ${kind}`,
    ...(inDoubt && { confirm: confirmation('It may have arrived already. Resent, it may come twice.') }),
  });
  return section(text, again);
}

function turning(at: number, pages: number): KnownBlock[] {
  const all = button({
    actionId: RESEND_ALL_BUTTON,
    text: 'Resend all',
    value: 'all',
    confirm: confirmation('Everything that surely did not arrive is sent again; what is in doubt is not.'),
  });
  const turn = (to: number, text: string, actionId: string) => button({ actionId, text, value: String(to) });
  return [
    actions('deliveries', [
      all,
      ...(at > 0 ? [turn(at - 1, 'Previous', PAGE_BUTTONS.previous)] : []),
      ...(at < pages - 1 ? [turn(at + 1, 'Next', PAGE_BUTTONS.next)] : []),
    ]),
    context(`Page ${at + 1} of ${pages}`),
  ];
}

function confirmation(text: string): ConfirmationDialog {
  return {
    title: plainText('Resend?'),
    text: plainText(text),
    confirm: plainText('Resend'),
    deny: plainText('Leave it'),
  };
}
