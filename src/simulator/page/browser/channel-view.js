import { html } from 'htm/preact/standalone';
import { Conversation } from './conversation.js';
import { useSession } from './use-session.js';

export function ChannelView() {
  const session = useSession();
  const { channel } = session;
  if (!channel) return html`<p class="nothing">${session.person.name} does not see this conversation.</p>`;
  const { kind, name, others, memberCount } = channel;
  const people = others.map((id) => session.people.find((person) => person.id === id)?.name ?? id).join(', ');
  return html`<div class="place-head">
      <h2>${name ? `${kind === 'private' ? '◆ ' : '# '}${name}` : people}</h2>
      ${name && html`<span class="quiet">${memberCount} members</span>`}
    </div>
    <${Conversation} channel=${channel} />`;
}
