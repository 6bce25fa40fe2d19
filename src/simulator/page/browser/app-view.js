import { html } from 'htm/preact/standalone';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { Conversation, Scroller } from './conversation.js';
import { Surface } from './surface.js';
import { useSession } from './use-session.js';

/** The app's own place: its Home tab and the messages between it and the person. */
export function AppView() {
  const session = useSession();
  const { app } = session.parts.team;
  const tabs = [
    ...(app.homeTab ? [{ kind: 'home', text: 'Home' }] : []),
    ...(app.messagesTab ? [{ kind: 'messages', text: 'Messages' }] : []),
  ];
  const at = tabs.findIndex(({ kind }) => kind === session.place.kind);
  const onKeyDown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[event.key];
    if (!step) return;
    const to = tabs[(at + step) % tabs.length];
    session.go({ kind: to.kind });
    event.currentTarget.querySelector(`#tab-${to.kind}`).focus();
  };
  return html`<div class="place-head app-head">
      <${Avatar} isApp />
      <h2>${app.name}</h2>
      <div class="tabs" role="tablist" aria-label=${app.name} onKeyDown=${onKeyDown}>
        ${tabs.map(
          ({ kind, text }) => html`<button
            type="button"
            role="tab"
            id=${`tab-${kind}`}
            aria-selected=${kind === session.place.kind}
            aria-controls="app-panel"
            tabindex=${kind === session.place.kind ? 0 : -1}
            onClick=${() => session.go({ kind })}
          >${text}</button>`,
        )}
      </div>
    </div>
    <div class="panel" id="app-panel" role="tabpanel" aria-labelledby=${`tab-${session.place.kind}`}>
      ${session.place.kind === 'home' ? html`<${Home} />` : html`<${Conversation} channel=${session.appChannel} />`}
    </div>`;
}

function Home() {
  const { parts } = useSession();
  const { home, team } = parts;
  if (!home) return html`<p class="nothing">${team.app.name} has put nothing here yet.</p>`;
  return html`<${Scroller} watched=${'home'} startsAtTop label="Home">
    <div class="home">
      <${Surface} key=${home.id} place=${{ view: home.id }} state=${home.state}>
        <${Blocks} blocks=${home.blocks} />
      <//>
    </div>
  <//>`;
}
