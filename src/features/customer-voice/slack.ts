import type { BlockAction, ButtonAction, Context, OverflowAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { createFormLink } from './create-form-link.ts';
import type { LinkSigner } from './create-link-signer.ts';
import { LINK_FORM, readLinkForm } from './link-form.ts';
import { linkView } from './link-view.ts';
import { REVOKE_LINK_BUTTON, SHOW_LINK_BUTTON } from './links-message.ts';
import { openFormLinks, openLink, openLinkForm } from './open-form-links.ts';
import { openVoiceForm, openWithdrawVoiceForm, type VoiceFormOpened } from './open-voice-form.ts';
import { openVoices } from './open-voices.ts';
import type { RefreshQuoting } from './quoting.ts';
import { recordVoice, recordVoiceWithdrawn } from './record-voice.ts';
import { unknownMembers } from './shared-fields-form.ts';
import { readVoiceForm, VOICE_FORM } from './voice-form.ts';
import {
  NEW_LINK_BUTTON,
  RECORD_VOICE_BUTTON,
  readVoiceMenu,
  VOICE_MENU,
  VOICE_PAGE_BUTTONS,
} from './voices-message.ts';
import { readWithdrawVoiceForm, WITHDRAW_VOICE_FORM } from './withdraw-voice-form.ts';

const whyNot = {
  gone: 'This voice is no longer as you saw it: somebody corrected it or took it back meanwhile. `/throughline voice` shows what stands.',
  'not-yours':
    'What a customer wrote themselves, or somebody else recorded, is not yours to change. Say what is wrong with it to whoever recorded it, or to your manager.',
} as const;

const LINK_GONE =
  'This form is not open any more, or somebody else made it. `/throughline form` shows yours, and makes a new one.';

/** The commands stand with the other words behind `/throughline`; what follows from them is here. */
export const customerVoiceSubcommands: Subcommand[] = [
  {
    word: 'voice',
    does: 'shows what customers said and how satisfied they are, and records what one told you.',
    example: '/throughline voice',
    topic: 'clients',
    answer: (db, { userId: memberId, ...asked }) => openVoices(db, { ...asked, memberId, page: 0 }),
  },
  {
    word: 'form',
    does: 'makes a short web form for one client, and shows and revokes those you made.',
    example: '/throughline form',
    topic: 'clients',
    answer: (db, { userId: memberId, ...asked }) => openFormLinks(db, { ...asked, memberId }),
  },
];

export function registerCustomerVoice(
  app: Registrar,
  { db, clock, signer, refreshQuoting }: SurfaceParts & { signer: LinkSigner; refreshQuoting: RefreshQuoting },
): void {
  const asker = (context: Context, memberId: string) => ({
    workspaceId: workspaceOf(context),
    memberId,
    now: clock.now(),
  });

  app.action<BlockAction<ButtonAction>>(RECORD_VOICE_BUTTON, async ({ body, ack, client, context }) => {
    await ack();
    const opened = await openVoiceForm(db, asker(context, body.user.id));
    await client.views.open({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  app.action<BlockAction<OverflowAction>>(VOICE_MENU, async ({ action, body, ack, client, context }) => {
    await ack();
    const { act, voiceId = '' } = readVoiceMenu(action.selected_option.value) ?? {};
    const which = { ...asker(context, body.user.id), voiceId };
    const opened = act === 'withdraw' ? await openWithdrawVoiceForm(db, which) : await openVoiceForm(db, which);
    await client.views.open({ trigger_id: body.trigger_id, view: formOrNotice(opened) });
  });

  for (const name of Object.values(VOICE_PAGE_BUTTONS)) {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, context, respond }) => {
      await ack();
      const message = await openVoices(db, { ...asker(context, body.user.id), page: Number(action.value) || 0 });
      await respond({ ...message, replace_original: true });
    });
  }

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(VOICE_FORM, async ({ view, body, ack, context }) => {
    const form = readVoiceForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await recordVoice(db, { ...asker(context, body.user.id), ...form, refreshQuoting });
    if (saved.outcome === 'saved') return ack();
    if (saved.outcome === 'unknown-members') {
      return ack({ response_action: 'errors', errors: unknownMembers(saved.memberIds) });
    }
    return ack({ response_action: 'push', view: noticeView('Not saved', whyNot[saved.outcome]) });
  });

  app.view(WITHDRAW_VOICE_FORM, async ({ view, body, ack, context }) => {
    const form = readWithdrawVoiceForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const { outcome } = await recordVoiceWithdrawn(db, { ...asker(context, body.user.id), ...form, refreshQuoting });
    if (outcome === 'withdrawn') return ack();
    return ack({ response_action: 'update', view: noticeView('Not taken back', whyNot[outcome]) });
  });

  app.action<BlockAction<ButtonAction>>(NEW_LINK_BUTTON, async ({ body, ack, client, context }) => {
    await ack();
    const { workspaceId } = asker(context, body.user.id);
    await client.views.open({ trigger_id: body.trigger_id, view: await openLinkForm(db, workspaceId) });
  });

  app.view(LINK_FORM, async ({ view, body, ack, context }) => {
    const form = readLinkForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const { workspaceId, memberId: createdById, now } = asker(context, body.user.id);
    const created = await createFormLink(db, { workspaceId, createdById, content: form.content, now });
    if (created.outcome === 'unknown-members') {
      return ack({ response_action: 'errors', errors: unknownMembers(created.memberIds) });
    }
    const url = await signer.urlOf(created.link.id);
    return ack({ response_action: 'update', view: linkView(created.link, url, signer.isPublic) });
  });

  app.action<BlockAction<ButtonAction>>(SHOW_LINK_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const view = await openLink(db, { ...asker(context, body.user.id), linkId: action.value ?? '', signer });
    await client.views.open({ trigger_id: body.trigger_id, view: view ?? noticeView('Form for a client', LINK_GONE) });
  });

  app.action<BlockAction<ButtonAction>>(REVOKE_LINK_BUTTON, async ({ action, body, ack, context, respond }) => {
    const message = await openFormLinks(db, { ...asker(context, body.user.id), revokeId: action.value ?? '' });
    await ack();
    await respond({ ...message, replace_original: true });
  });
}

function formOrNotice(opened: VoiceFormOpened): ModalView {
  return opened.outcome === 'form' ? opened.form : noticeView('Customer voice', whyNot[opened.outcome]);
}
