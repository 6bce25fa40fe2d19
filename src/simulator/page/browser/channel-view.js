import { html, useContext } from 'htm/preact/standalone';
import { Conversation } from './conversation.js';
import { ReaderContext } from './reader.js';
import { useSession } from './use-session.js';

export function ChannelView() {
  const session = useSession();
  const { othersIn } = useContext(ReaderContext);
  const { channel } = session;
  if (!channel) return html`<p class="nothing">${session.person.name} does not see this conversation.</p>`;
  const { kind, name, memberCount } = channel;
  return html`<div class="place-head">
      <h2>${name ? `${kind === 'private' ? '◆ ' : '# '}${name}` : othersIn(channel)}</h2>
      ${name && html`<span class="quiet">${memberCount} members</span>`}
    </div>
    <${Conversation} channel=${channel} />`;
}
