import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { PAGE_BUTTONS, RESEND_ALL_BUTTON, RESEND_BUTTON } from './deliveries-message.ts';
import { openDeliveries } from './open-deliveries.ts';
import { type Resent, resendDeliveries } from './resend-deliveries.ts';

interface Pressed {
  client: WebClient;
  workspaceId: string;
  userId: string;
  value: string;
}

export const deliveriesSubcommands: Subcommand[] = [
  {
    word: 'deliveries',
    does: 'shows how a send-out goes and what could not be sent, and sends it again.',
    example: '/throughline deliveries',
    topic: 'running',
    isFor: ['administrator'],
    mostFor: ['administrator'],
    answer: (db, asked) => openDeliveries(db, { ...asked, page: 0 }),
  },
];

export function registerDeliveries(app: Registrar, { db, clock }: SurfaceParts): void {
  const show = ({ client, workspaceId, userId }: Pressed, page: number, act?: () => Promise<Resent>) =>
    openDeliveries(db, { client, workspaceId, userId, page, now: clock.now(), ...(act && { act }) });

  // Whoever pressed the button was asked whether to send even what may have arrived.
  on(RESEND_BUTTON, (pressed) => {
    const { workspaceId, value } = pressed;
    const resend = { workspaceId, ids: [value], evenInDoubt: true, now: clock.now() };
    return show(pressed, 0, () => resendDeliveries(db, resend));
  });
  on(RESEND_ALL_BUTTON, (pressed) => {
    const resend = { workspaceId: pressed.workspaceId, evenInDoubt: false, now: clock.now() };
    return show(pressed, 0, () => resendDeliveries(db, resend));
  });
  for (const name of Object.values(PAGE_BUTTONS)) on(name, (pressed) => show(pressed, Number(pressed.value) || 0));

  function on(name: string, answer: (pressed: Pressed) => Promise<Message>): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context, respond }) => {
      await ack();
      const pressed = { client, workspaceId: workspaceOf(context), userId: body.user.id, value: action.value ?? '' };
      await respond({ ...(await answer(pressed)), replace_original: true });
    });
  }
}
