import type { BlockAction, ButtonAction, Context, MessageShortcut, MultiUsersSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type CommandHelp, commandHelp } from '../../platform/slack/command-help.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import { readPageButton, turnsPages } from '../../platform/slack/pages.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { findNamed } from '../people/find-named.ts';
import type { OpenAnswer } from './answer-of-win.ts';
import { clientsMessage, JOURNEY_PAGE } from './client-journey-message.ts';
import { clientSuggestions } from './client-suggestions.ts';
import { loadClients } from './load-clients.ts';
import { openClientJourney } from './open-client-journey.ts';
import { openOwnWins } from './open-own-wins.ts';
import { openPartForm, openWinForm, openWinFormOn, reopenWinForm } from './open-win-form.ts';
import { OWN_WINS_PAGE } from './own-wins-message.ts';
import { PART_BUTTONS } from './part-button.ts';
import { PART_FORM, readPartForm } from './part-form.ts';
import { recordCelebration } from './record-celebration.ts';
import { recordPart } from './record-part.ts';
import { recordUndoneWithdrawal, recordWithdrawal } from './record-withdrawal.ts';
import { submitWin } from './submit-win.ts';
import { EDIT_WIN, RESTORE_WIN, TELL_WIN, tellWinButton, WITHDRAW_WIN } from './win-button.ts';
import { CLIENT_MENU, CONTRIBUTORS_MENU, clientOption, saidMeanwhileWords, withPartFields } from './win-fields-view.ts';
import { readWinForm, WIN_FORM, winFormErrors } from './win-form.ts';
import { readWinRequest } from './win-request.ts';
import { addressOfMessage } from './words-of-message.ts';

export const winHelp: CommandHelp[] = [
  {
    command: '/win',
    takes: '[what changed]',
    does: 'tells a client win: the client, what changed for them, and everyone who helped, of every team.',
    example: '/win They renewed for two years',
    more: [
      '*Save as client win*, in the `…` of any message, does the same with the words of that message, and its link as evidence.',
      'Everyone you name is asked whether you told their part rightly. A win for *only those involved* is shown to them and the managers above them, and in no digest.',
    ],
    topic: 'clients',
    mostFor: ['employee'],
    button: tellWinButton,
  },
  {
    command: '/win',
    takes: 'list',
    does: 'shows your wins: edit one, take it back, put your part right.',
    example: '/win list',
    topic: 'clients',
  },
  {
    command: '/win',
    takes: 'client NAME',
    does: 'shows what changed for a client, from the first win to the last.',
    example: '/win client Northwind',
    topic: 'clients',
  },
  {
    command: '/win',
    takes: 'clients',
    does: 'shows which clients there are wins of.',
    example: '/win clients',
    topic: 'clients',
  },
];

const NOT_THERE = 'This win was taken back meanwhile, or is not yours to change. `/win list` shows yours.';

function didYouMeanWord(meant: string): string {
  return `Did you mean \`/win ${meant}\`? To tell a win write \`/win\` alone, or with a few words of what changed.`;
}

export function registerWins(
  app: Registrar,
  { db, clock, openAnswer }: SurfaceParts & { openAnswer: OpenAnswer },
): void {
  const asker = (context: Context, memberId: string) => ({
    workspaceId: workspaceOf(context),
    memberId,
    now: clock.now(),
  });
  const formOrNotice = (form: ModalView | undefined) => form ?? noticeView('Not there', NOT_THERE);

  app.command('/win', async ({ command, ack, client, context }) => {
    const request = readWinRequest(command.text);
    const who = asker(context, command.user_id);
    if (request.asks === 'help') return ack({ text: commandHelp(winHelp) });
    if (request.asks === 'list') return ack(await openOwnWins(db, who));
    if (request.asks === 'clients') return ack(clientsMessage(await loadClients(db, who)));
    if (request.asks === 'client') return ack(await openClientJourney(db, { ...who, name: request.name }));
    if (request.asks === 'unclear') return ack({ text: didYouMeanWord(request.meant) });
    await ack();
    const view = await openWinForm(db, who, { whatChanged: request.words || null });
    await client.views.open({ trigger_id: command.trigger_id, view });
  });

  app.action<BlockAction<ButtonAction>>(turnsPages(JOURNEY_PAGE), async ({ action, body, ack, respond, context }) => {
    await ack();
    const { page, of: name } = readPageButton(action.value);
    const message = await openClientJourney(db, { ...asker(context, body.user.id), name, page });
    await respond({ ...message, replace_original: true });
  });

  app.action<BlockAction<ButtonAction>>(turnsPages(OWN_WINS_PAGE), async ({ action, body, ack, respond, context }) => {
    await ack();
    const { page } = readPageButton(action.value);
    await respond({ ...(await openOwnWins(db, asker(context, body.user.id), { page })), replace_original: true });
  });

  app.action<BlockAction<ButtonAction>>(TELL_WIN, async ({ body, ack, client, context }) => {
    await ack();
    const view = await openWinForm(db, asker(context, body.user.id));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.shortcut<MessageShortcut>('save_as_win', async ({ shortcut, ack, client, context }) => {
    await ack();
    const { message, channel, team } = shortcut;
    const threadTs = typeof message['thread_ts'] === 'string' ? { threadTs: message['thread_ts'] } : {};
    const place = { channelId: channel.id, ts: message.ts, ...threadTs };
    const view = await openWinFormOn(db, asker(context, shortcut.user.id), {
      text: message.text ?? '',
      authorId: message.user,
      address: team ? addressOfMessage({ domain: team.domain, ...place }) : null,
    });
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  });

  app.options(CLIENT_MENU, async ({ options, body, ack, context }) => {
    const known = await loadClients(db, asker(context, body.user.id));
    const offered = clientSuggestions(known, options.value);
    await ack({ options: offered.map(({ name, isKnown }) => clientOption(name, isKnown)) });
  });

  // In every form that takes a win: a line for the part of each who was chosen.
  app.action<BlockAction<MultiUsersSelectAction>>(CONTRIBUTORS_MENU, async ({ action, body, ack, client, context }) => {
    await ack();
    if (!body.view) return;
    const { workspaceId } = asker(context, body.user.id);
    const people = await findNamed(db, { workspaceId, memberIds: action.selected_users });
    await updateOpenView(client, body.view.id, withPartFields(body.view, people));
  });

  // Saved before it is acknowledged: while this window is open, nothing typed is lost.
  app.view(WIN_FORM, async ({ view, body, ack, context }) => {
    const form = readWinForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const saved = await submitWin(db, { ...asker(context, body.user.id), ...form }, openAnswer);
    if (saved.outcome === 'not-yours') {
      return ack({ response_action: 'update', view: noticeView('Not saved', NOT_THERE) });
    }
    if (saved.outcome !== 'saved') return ack({ response_action: 'errors', errors: winFormErrors(saved) });
    await ack({
      response_action: 'update',
      view: noticeView('Saved', whatFollows(saved, form.told.isShareable)),
    });
  });

  for (const name of ['reaction_added', 'reaction_removed'] as const) {
    app.event(name, async ({ event, body }) => {
      if (event.item.type !== 'message') return;
      const { channel: channelId, ts: messageTs } = event.item;
      const place = { workspaceId: body.team_id, channelId, messageTs };
      const { user: memberId, reaction } = event;
      const isAdded = name === 'reaction_added';
      await recordCelebration(db, { ...place, memberId, reaction, isAdded, now: clock.now() });
    });
  }

  for (const [name, change] of [
    [WITHDRAW_WIN, recordWithdrawal],
    [RESTORE_WIN, recordUndoneWithdrawal],
  ] as const) {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, respond, context }) => {
      const who = asker(context, body.user.id);
      const winId = action.value ?? '';
      const { outcome } = await change(db, { ...who, winId }, openAnswer);
      await ack();
      if (outcome === 'not-yours') await respond({ text: NOT_THERE, replace_original: false });
      else await respond({ ...(await openOwnWins(db, who, { winId })), replace_original: true });
    });
  }

  app.action<BlockAction<ButtonAction>>(EDIT_WIN, async ({ action, body, ack, client, context }) => {
    await ack();
    const view = formOrNotice(await reopenWinForm(db, { ...asker(context, body.user.id), winId: action.value ?? '' }));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  for (const says of ['confirmed', 'declined'] as const) {
    const name = says === 'confirmed' ? PART_BUTTONS.confirm : PART_BUTTONS.decline;
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      const { now, ...who } = asker(context, body.user.id);
      const { outcome } = await recordPart(db, { ...who, winId: action.value ?? '', said: { says }, now });
      await ack();
      if (outcome === 'saved') return;
      await client.views.open({ trigger_id: body.trigger_id, view: noticeView('Not there', NOT_THERE) });
    });
  }

  app.action<BlockAction<ButtonAction>>(PART_BUTTONS.correct, async ({ action, body, ack, client, context }) => {
    await ack();
    const view = formOrNotice(await openPartForm(db, { ...asker(context, body.user.id), winId: action.value ?? '' }));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(PART_FORM, async ({ view, body, ack, context }) => {
    const form = readPartForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const said = { says: 'corrected', part: form.part } as const;
    const { outcome } = await recordPart(db, { ...asker(context, body.user.id), winId: form.winId, said });
    if (outcome === 'saved') return ack();
    return ack({ response_action: 'update', view: noticeView('Not saved', NOT_THERE) });
  });
}

function whatFollows(
  { askedIds, saidMeanwhile }: { askedIds: readonly string[]; saidMeanwhile: readonly string[] },
  isShareable: boolean,
): string {
  const told = isShareable
    ? 'Saved. The digest of that week tells it, in the channels of everyone involved.'
    : 'Saved. Only those involved and the managers above them read it.';
  const asked = askedIds.map((id) => `<@${id}>`).join(', ');
  return `${told}${asked ? ` ${asked} will be asked whether you told their part rightly.` : ''}${saidMeanwhileWords(saidMeanwhile)} \`/win list\` edits it, or takes it back.`;
}
