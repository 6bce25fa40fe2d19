import type { LittleSlack } from '../person/little-slack.ts';
import { visibleMessages } from '../person/places.ts';
import type { Channel } from '../workspace/channels.ts';
import type { Message } from '../workspace/messages.ts';
import { shownName } from '../workspace/people.ts';
import type { View } from '../workspace/views.ts';
import type { Browsing } from './browsing.ts';
import type { PageHost } from './page-host.ts';
import { isImage } from './page-pictures.ts';

/** By name: `team`, `people`, `channels`, `home`, `modals`, `clock`, `host`, and `messages ID` for each open channel. */
export type Parts = Map<string, object | null>;

/** Everything a person sees now, in parts that are sent anew when they change. */
export function whatIsSeen(little: LittleSlack, browsing: Browsing, host: PageHost): Parts {
  const { slack } = little;
  const { person } = browsing;
  const channels = slack.channels.all().filter((channel) => isInSight(channel, browsing));
  const home = slack.views.homeOf(person.id);
  const parts: Parts = new Map<string, object | null>([
    ['team', teamSeen(little)],
    ['people', peopleSeen(little)],
    ['channels', channels.map((channel) => channelSeen(little, browsing, channel))],
    ['home', home ? viewSeen(home) : null],
    ['modals', slack.views.stackOf(person.id).map(viewSeen)],
    ['clock', clockSeen(little, host)],
    [
      'host',
      { playing: host.playing?.() ?? null, tryThis: host.tryThis?.() ?? [], first: host.firstPerson?.() ?? null },
    ],
  ]);
  for (const channel of channels) {
    const messages = visibleMessages(slack, person, channel);
    parts.set(
      `messages ${channel.id}`,
      messages.map((message) => messageSeen(little, browsing, message)),
    );
  }
  return parts;
}

function isInSight({ kind, members }: Channel, { person }: Browsing): boolean {
  return members.has(person.id) || (kind === 'public' && !person.guest);
}

function teamSeen({ slack }: LittleSlack): object {
  const { manifest, botUserId, state } = slack.app;
  const { botName, commands, shortcuts, homeTab, messagesTab, messagesTabReadOnly } = manifest;
  const isInstalled = state === 'installed';
  return {
    name: slack.team.name,
    app: { id: botUserId, name: botName, homeTab, messagesTab, messagesTabReadOnly, isInstalled },
    commands: isInstalled
      ? commands.map(({ command, description, usageHint }) => ({ command, description, usageHint }))
      : [],
    shortcuts: isInstalled ? shortcuts.map(({ name, kind }) => ({ name, kind })) : [],
  };
}

function peopleSeen({ slack }: LittleSlack): object[] {
  return slack.people.all().map((person) => ({
    id: person.id,
    handle: person.name,
    name: shownName(person),
    realName: person.realName,
    title: person.title,
    timeZone: person.timeZone,
    isBot: person.bot,
    isGuest: person.guest !== undefined,
    isDeactivated: person.deactivated,
  }));
}

function channelSeen({ slack }: LittleSlack, browsing: Browsing, channel: Channel): object {
  const { person } = browsing;
  const messages = visibleMessages(slack, person, channel).filter(({ threadTs, broadcast }) => !threadTs || broadcast);
  return {
    id: channel.id,
    kind: channel.kind,
    name: channel.name,
    others:
      channel.kind === 'im' || channel.kind === 'mpim' ? [...channel.members].filter((id) => id !== person.id) : [],
    memberCount: channel.members.size,
    isMember: channel.members.has(person.id),
    isArchived: channel.archived,
    unread: channel.members.has(person.id) ? browsing.unreadIn(messages) : 0,
    latest: messages.at(-1)?.ts ?? null,
  };
}

function messageSeen({ slack }: LittleSlack, browsing: Browsing, message: Message): object {
  const state = browsing.stateOf(message);
  return {
    ts: message.ts,
    threadTs: message.threadTs ?? null,
    isBroadcast: message.broadcast ?? false,
    userId: message.userId,
    text: message.text,
    blocks: message.blocks ?? [],
    attachments: message.attachments ?? [],
    isEdited: message.editedTs !== undefined,
    isOnlyForYou: message.visibleTo !== undefined,
    reactions: [...(message.reactions ?? [])].map(([name, people]) => ({ name, count: people.size })),
    files: (message.fileIds ?? []).flatMap((id) => {
      const file = slack.files.find(id);
      return file
        ? [{ id, name: file.title || file.name, altText: file.altText ?? file.title, isImage: isImage(file) }]
        : [];
    }),
    ...(state && { state }),
  };
}

function viewSeen({ id, hash, content, blocks, state, errors, trouble }: View): object {
  const { title = null, submit = null, close = null } = content;
  return { id, hash, title, submit, close, blocks, state, errors, trouble: trouble ?? null };
}

function clockSeen({ slack }: LittleSlack, { clock }: PageHost): object {
  return {
    now: slack.calendar.now().getTime(),
    /** Null where it is not ours to move; a running clock runs on in the browser. */
    speed: clock ? clock.clock.speed : null,
    knowsNext: clock?.knowsNext ?? false,
  };
}
