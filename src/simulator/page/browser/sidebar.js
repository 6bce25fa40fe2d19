import { html, useContext } from 'htm/preact/standalone';
import { Avatar } from './avatar.js';
import { ReaderContext } from './reader.js';
import { useSession } from './use-session.js';

export function Sidebar() {
  const session = useSession();
  const { channels, appChannel, parts } = session;
  const named = channels.filter(({ kind }) => kind === 'public' || kind === 'private').sort(byName);
  const direct = channels.filter(({ kind, id }) => (kind === 'im' || kind === 'mpim') && id !== appChannel?.id);
  const { app } = parts.team;
  const isInApp = session.place.kind !== 'channel' || session.place.id === appChannel?.id;
  return html`<nav class="sidebar" aria-label="Conversations">
    <${Group} title="App">
      <${Entry}
        isCurrent=${isInApp}
        unread=${appChannel?.unread ?? 0}
        onOpen=${() => session.go({ kind: app.messagesTab ? 'messages' : 'home' })}
      >
        <${Avatar} isApp size="tiny" /> <span class="entry-name">${app.name}</span>
        ${!app.isInstalled && html`<span class="quiet">gone</span>`}
      <//>
    <//>
    <${Group} title="Channels">
      ${named.filter(({ isMember }) => isMember).map((channel) => html`<${ChannelEntry} key=${channel.id} channel=${channel} />`)}
    <//>
    <${Group} title="Other channels">
      ${named.filter(({ isMember }) => !isMember).map((channel) => html`<${ChannelEntry} key=${channel.id} channel=${channel} />`)}
    <//>
    <${Group} title="Direct messages">
      ${direct.map((channel) => html`<${ChannelEntry} key=${channel.id} channel=${channel} />`)}
    <//>
  </nav>`;
}

function Group({ title, children }) {
  const entries = [children].flat(2).filter(Boolean);
  if (entries.length === 0) return null;
  return html`<section class="places">
    <h2>${title}</h2>
    <ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>
  </section>`;
}

function ChannelEntry({ channel }) {
  const session = useSession();
  const { othersIn } = useContext(ReaderContext);
  const { id, kind, name, unread, isArchived } = channel;
  return html`<${Entry}
    isCurrent=${session.place.id === id}
    unread=${unread}
    onOpen=${() => session.go({ kind: 'channel', id })}
  >
    <span class="entry-mark" aria-hidden="true">${kind === 'public' ? '#' : kind === 'private' ? '◆' : '●'}</span>
    <span class="entry-name">${kind === 'private' && html`<span class="visually-hidden">Private: </span>`}${name || othersIn(channel)}</span>
    ${isArchived && html`<span class="quiet">archived</span>`}
  <//>`;
}

function Entry({ isCurrent, unread, onOpen, children }) {
  return html`<button
    type="button"
    class=${unread > 0 ? 'place is-unread' : 'place'}
    aria-current=${isCurrent ? 'page' : undefined}
    onClick=${onOpen}
  >
    ${children}
    ${unread > 0 && html`<span class="unread">${unread}<span class="visually-hidden"> unread</span></span>`}
  </button>`;
}

function byName(one, other) {
  return one.name.localeCompare(other.name);
}
