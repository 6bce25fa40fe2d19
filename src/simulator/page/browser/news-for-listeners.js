import { html, useEffect, useRef, useState } from 'htm/preact/standalone';
import { useSession } from './use-session.js';

/** Reads new messages of the open conversation out to a screen reader; what was there before is not read again. */
export function NewsForListeners() {
  const session = useSession();
  const { channel, me, parts, people } = session;
  const last = useRef({});
  const [news, setNews] = useState('');
  const messages = channel ? session.messagesIn(channel.id) : [];
  const latest = messages.at(-1);
  useEffect(() => {
    const isSamePlace = last.current.channel === channel?.id && last.current.me === me;
    const isNew = isSamePlace && latest && Number(latest.ts) > Number(last.current.ts ?? 0);
    if (isNew && latest.userId !== me) {
      const { app } = parts.team;
      const name = latest.userId === app.id ? app.name : people.find(({ id }) => id === latest.userId)?.name;
      setNews(`${name}: ${latest.text}`);
    }
    last.current = { channel: channel?.id, me, ts: latest?.ts };
  }, [channel?.id, me, latest?.ts]);
  return html`<div class="visually-hidden" aria-live="polite">${news}</div>`;
}
