import { html, useEffect, useLayoutEffect, useRef } from 'htm/preact/standalone';
import { Composer } from './composer.js';
import { dayHeading, dayKey, timeOfDay } from './dates.js';
import { Message } from './message.js';
import { useSession } from './use-session.js';

const followingMilliseconds = 5 * 60_000;

/** Messages of a channel with the field to write in. */
export function Conversation({ channel }) {
  const session = useSession();
  const all = channel ? session.messagesIn(channel.id) : [];
  const top = all.filter(({ threadTs, isBroadcast }) => !threadTs || isBroadcast);
  const notices = session.notices.filter(({ channelId }) => channelId === channel?.id);
  useReading(session, channel);
  // What one says oneself, and what is said to nobody else.
  const own = top.filter(({ userId, isOnlyForYou }) => userId === session.me || isOnlyForYou).length;
  return html`<${Scroller} key=${channel?.id} watched=${`${top.length} ${notices.length}`} own=${own}>
      ${top.length === 0 && notices.length === 0 && html`<${Nothing} channel=${channel} />`}
      ${top.map((message, index) => html`<${Entry} key=${message.ts} message=${message} before=${top[index - 1]} all=${all} channel=${channel} />`)}
      ${notices.map((notice) => html`<${Notice} notice=${notice} />`)}
    <//>
    <${Composer} channel=${channel} key=${channel?.id} />`;
}

/**
 * Starts at the latest, and stays there while the person is there, also when a message grows or its picture comes late.
 * Of a new message longer than the screen the beginning is shown. When `own` changes, the person wants to see the latest.
 */
export function Scroller({ watched, own = 0, startsAtTop = false, label = 'Messages', children }) {
  const box = useRef();
  const isAtEnd = useRef(!startsAtTop);
  /** Where this scrolled to by itself. The browser tells of that later, when a picture may already have moved the end. */
  const ownTop = useRef();
  const ownBefore = useRef(own);
  const toEnd = () => {
    const { current } = box;
    if (!isAtEnd.current) return;
    current.scrollTop = current.scrollHeight;
    ownTop.current = current.scrollTop;
  };
  useLayoutEffect(() => {
    const { current } = box;
    if (own !== ownBefore.current) isAtEnd.current = true;
    ownBefore.current = own;
    toEnd();
    const last = [...current.querySelectorAll('.message')].at(-1);
    if (isAtEnd.current && last?.offsetHeight > current.clientHeight) {
      isAtEnd.current = false;
      last.scrollIntoView({ block: 'start' });
    }
  }, [watched]);
  useEffect(() => {
    const follow = new ResizeObserver(toEnd);
    follow.observe(box.current);
    follow.observe(box.current.firstElementChild);
    return () => follow.disconnect();
  }, []);
  const onScroll = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
    if (isAtEnd.current && scrollTop === ownTop.current) return;
    isAtEnd.current = !startsAtTop && scrollHeight - scrollTop - clientHeight < 60;
  };
  return html`<div class="scroller" ref=${box} onScroll=${onScroll} role="region" aria-label=${label} tabindex="0">
    <div class="messages">${children}</div>
  </div>`;
}

function Entry({ message, before, all, channel }) {
  const session = useSession();
  const zone = session.person?.timeZone ?? 'UTC';
  const at = Number(message.ts) * 1000;
  const isNewDay = !before || dayKey(Number(before.ts) * 1000, zone) !== dayKey(at, zone);
  const isFollowing =
    !isNewDay &&
    before.userId === message.userId &&
    before.isOnlyForYou === message.isOnlyForYou &&
    at - Number(before.ts) * 1000 < followingMilliseconds;
  const replies = all.filter(({ threadTs }) => threadTs === message.ts);
  return html`${isNewDay && html`<h3 class="day"><span>${dayHeading(at, zone, session.now())}</span></h3>`}
    <${Message} message=${message} channelId=${channel.id} isFollowing=${isFollowing} replies=${replies} />`;
}

function Notice({ notice }) {
  const { person } = useSession();
  return html`<article class="message is-ephemeral" aria-label="Slackbot">
    <div class="message-side"><span class="avatar colour-slackbot" aria-hidden="true">!</span></div>
    <div class="message-main">
      <p class="only-you"><span aria-hidden="true">◉</span> Only visible to you</p>
      <header class="message-head"><strong>Slackbot</strong> <time>${timeOfDay(notice.at, person?.timeZone ?? 'UTC')}</time></header>
      <div class="message-body"><div class="block text" role="alert">${notice.text}</div></div>
    </div>
  </article>`;
}

function Nothing({ channel }) {
  const { parts } = useSession();
  const what = channel?.name
    ? `This is the beginning of #${channel.name}.`
    : `${parts.team.app.name} has not written yet.`;
  return html`<p class="nothing">${what}</p>`;
}

/** What stands on the screen of a window that is looked at is read. */
function useReading(session, channel) {
  const latest = channel?.latest;
  const isUnread = (channel?.unread ?? 0) > 0;
  useEffect(() => {
    if (!isUnread || !latest) return;
    const read = () => {
      if (document.visibilityState === 'visible') void session.actQuietly({ act: 'read', in: channel.id, ts: latest });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [channel?.id, latest, isUnread]);
}
