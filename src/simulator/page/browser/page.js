import { html, useEffect, useState } from 'htm/preact/standalone';
import { AppView } from './app-view.js';
import { ChannelView } from './channel-view.js';
import { Modals } from './modal.js';
import { NewsForListeners } from './news-for-listeners.js';
import { ReaderContext, readerOf } from './reader.js';
import { Sidebar } from './sidebar.js';
import { ThreadPane } from './thread-pane.js';
import { TopBar } from './top-bar.js';
import { TrafficDrawer } from './traffic-drawer.js';
import { TryThis } from './try-this.js';
import { useSession } from './use-session.js';

export function Page() {
  const session = useSession();
  const [hasTraffic, setTraffic] = useState(false);
  const { parts, place, person, toast, showsPlaces, isConnected } = session;
  useEffect(() => {
    if (person && parts.team) document.title = `${person.name} at ${parts.team.name}, a little Slack`;
  }, [person?.id, parts.team?.name]);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => session.tell(undefined), 8000);
    return () => clearTimeout(timer);
  }, [toast]);
  if (!parts.team || !person) return html`<p class="nothing" role="status">Connecting…</p>`;
  const classes = ['page', showsPlaces && 'shows-places', session.thread && 'has-thread', hasTraffic && 'has-traffic'];
  return html`<${ReaderContext.Provider} value=${readerOf(session)}>
    <div class=${classes.filter(Boolean).join(' ')}>
      <a class="skip" href="#main">Skip to the conversation</a>
      <${TopBar} hasTraffic=${hasTraffic} onTraffic=${() => setTraffic(!hasTraffic)} />
      ${!isConnected && html`<p class="banner is-warning" role="status">The simulator is gone. This page connects again when it is back.</p>`}
      ${parts.host?.playing && html`<p class="banner" role="status">${parts.host.playing}</p>`}
      <${Sidebar} />
      <main id="main" tabindex="-1" aria-label="Conversation">
        <${TryThis} />
        ${parts.channels && (place.kind === 'channel' ? html`<${ChannelView} />` : html`<${AppView} />`)}
      </main>
      <${ThreadPane} />
      ${hasTraffic && html`<${TrafficDrawer} onClose=${() => setTraffic(false)} />`}
    </div>
    <${Modals} />
    <${NewsForListeners} />
    ${
      toast &&
      html`<div class="toast" role="alert">
        ${toast} <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => session.tell(undefined)}>×</button>
      </div>`
    }
  <//>`;
}
