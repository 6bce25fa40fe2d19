import { globalShortcutPayload, messageShortcutPayload } from '../wire/payloads.ts';
import type { PersonRecord } from '../workspace/people.ts';
import { appDirectMessages, tell } from '../workspace/workspace.ts';
import { channelAsSeen, homeAsSeen, modalAsSeen } from './as-seen.ts';
import { type ControlKind, findControl } from './controls.ts';
import { buttonAction, choose, sendAction, sendInteraction } from './interact.ts';
import type { LittleSlack } from './little-slack.ts';
import { lookAgain, NotSeenYet } from './look-again.ts';
import { ownFiles } from './own-files.ts';
import { ownSettings } from './own-settings.ts';
import type { Person } from './person.ts';
import { channelCalled, type Eyes, placesInSight, titleOf, type Where } from './places.ts';
import { closeModal, submitModal } from './submit-modal.ts';
import { messageNamed, talkVerbs } from './talk.ts';
import { typeCommand } from './type-command.ts';

/** Someone to act as. Made once per person: what they have open and chosen is kept in here. */
export function createPerson(little: LittleSlack, record: PersonRecord): Person {
  const { slack, events, responseUrls, patienceMilliseconds } = little;
  const eyes: Eyes = { person: record, homeIsOpen: false, messageStates: new Map() };

  const look = <T>(lookOnce: () => T) => lookAgain(slack.changes, patienceMilliseconds, lookOnce);
  const topView = () => {
    const view = slack.views.topOf(record.id);
    if (!view) throw new NotSeenYet(`${record.name} has no modal open`);
    return view;
  };
  const find = (kind: ControlKind, label: string, where: Where) =>
    look(() => findControl(slack, placesInSight(slack, eyes, where), kind, label, where));
  const requireActive = () => {
    if (record.deactivated) throw new Error(`${record.name} is deactivated and cannot use Slack`);
    if (record.invited) throw new Error(`${record.name} has been invited and has not joined yet`);
  };
  /** A modal lies over everything else. */
  const requireClearView = () => {
    requireActive();
    const view = slack.views.topOf(record.id);
    if (view) throw new Error(`${record.name} has the modal "${titleOf(view)}" open, which covers everything else`);
  };
  const shortcutCalled = (name: string, kind: 'global' | 'message') => {
    const shortcuts = slack.app.manifest.shortcuts.filter((shortcut) => shortcut.kind === kind);
    const shortcut = shortcuts.find((other) => other.name === name);
    if (shortcut) return shortcut;
    throw new Error(`There is no ${kind} shortcut "${name}". There are: ${shortcuts.map((s) => s.name).join(', ')}`);
  };

  const person: Person = {
    id: record.id,
    name: record.name,
    record,

    async command(typed, where = {}) {
      requireClearView();
      return typeCommand(little, record, typed, where.in);
    },
    async press(label, { decline = false, ...where } = {}) {
      requireActive();
      const found = await find('button', label, where);
      if (decline && found.element.element['confirm']) return;
      await sendAction(little, record, found, buttonAction(found.element));
    },
    async choose(label, option, where = {}) {
      requireActive();
      await choose(little, record, await find('menu', label, where), option);
    },
    async fill(values) {
      requireActive();
      for (const [label, filling] of Object.entries(values)) {
        const found = await find('field', label, {});
        try {
          await choose(little, record, found, filling);
        } catch (error) {
          throw new Error(`Cannot fill "${label}": ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    },
    async submit() {
      requireActive();
      return submitModal(little, record, await look(topView));
    },
    close: async ({ all = false } = {}) => closeModal(little, record, all),

    modal() {
      const view = slack.views.topOf(record.id);
      return view && modalAsSeen(slack, view);
    },
    async openHome() {
      requireClearView();
      if (!slack.app.manifest.homeTab) throw new Error(`${slack.app.manifest.botName} has no Home tab`);
      eyes.homeIsOpen = true;
      const channel = appDirectMessages(slack, record.id);
      const view = slack.views.homeOf(record.id);
      tell(slack, { type: 'home-opened', personId: record.id, channel, tab: 'home', view });
      await events.settled();
      return person.home();
    },
    async openMessages() {
      requireClearView();
      eyes.homeIsOpen = false;
      const channel = appDirectMessages(slack, record.id);
      tell(slack, { type: 'home-opened', personId: record.id, channel, tab: 'messages', view: undefined });
      await events.settled();
    },
    home() {
      const view = eyes.homeIsOpen ? slack.views.homeOf(record.id) : undefined;
      return view && homeAsSeen(slack, view);
    },
    reads: (where) => channelAsSeen(slack, record, channelCalled(slack, record, where)),

    waitForModal: (title) =>
      look(() => {
        const modal = modalAsSeen(slack, topView());
        if (title === undefined || modal.title === title) return modal;
        throw new NotSeenYet(`${record.name} has the modal "${modal.title}" open, not "${title}"`);
      }),
    waitForNoModal: () =>
      look(() => {
        const view = slack.views.topOf(record.id);
        if (view) throw new NotSeenYet(`${record.name} still has a modal open`);
      }),
    waitForMessage: (text, where) =>
      look(() => {
        const messages = person.reads(where).flatMap((message) => [message, ...message.thread]);
        const found = messages.filter((message) => message.text.includes(text)).at(-1);
        if (found) return found;
        const seen = messages.map((message) => message.text).join('\n---\n');
        throw new NotSeenYet(`${record.name} sees no message with "${text}" but:\n${seen || '(no messages)'}`);
      }),
    waitForHome: (text) =>
      look(() => {
        const home = person.home();
        if (home?.text.includes(text)) return home;
        throw new NotSeenYet(`${record.name} sees no "${text}" on Home but:\n${home?.text ?? '(Home is not open)'}`);
      }),

    ...talkVerbs(little, record, requireClearView),
    ...ownSettings(little, record),
    ...ownFiles(little, record),
    async shortcut(name) {
      requireClearView();
      const { callbackId } = shortcutCalled(name, 'global');
      await sendInteraction(little, globalShortcutPayload(slack, record, callbackId));
    },
    async messageShortcut(name, { in: place, message: wanted = 'latest' }) {
      requireClearView();
      const { callbackId } = shortcutCalled(name, 'message');
      const channel = channelCalled(slack, record, place);
      const message = messageNamed(slack, record, channel, wanted);
      const responseUrl = responseUrls.issue(channel.id, record.id);
      await sendInteraction(
        little,
        messageShortcutPayload(slack, record, { message, channel, callbackId, responseUrl }),
      );
    },
    async joins(name) {
      const channel = channelCalled(slack, record, name);
      if (channel.members.has(record.id)) return;
      channel.members.add(record.id);
      tell(slack, { type: 'joined-channel', channel, userId: record.id });
      await events.settled();
    },
    async leaves(name) {
      const channel = channelCalled(slack, record, name);
      if (!channel.members.delete(record.id)) return;
      tell(slack, { type: 'left-channel', channel, userId: record.id });
      await events.settled();
    },
  };
  return person;
}
