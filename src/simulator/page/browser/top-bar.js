import { html, useState } from 'htm/preact/standalone';
import { Avatar } from './avatar.js';
import { ClockBar } from './clock-bar.js';
import { MenuButton } from './menu-button.js';
import { PersonPicker } from './person-picker.js';
import { TryButton } from './try-this.js';
import { useSession } from './use-session.js';

export function TopBar({ hasTraffic, onTraffic }) {
  const session = useSession();
  const [isPicking, setPicking] = useState(false);
  const { parts, person, isWatching } = session;
  const shortcuts = parts.team.shortcuts.filter(({ kind }) => kind === 'global');
  const back = () => {
    session.showsPlaces = true;
    session.changed();
  };
  return html`<header class="top-bar">
    <div class="top-left">
      <button type="button" class="icon-button back" aria-label="All conversations" onClick=${back}>←</button>
      <h1>${parts.team.name}</h1>
    </div>
    <${ClockBar} />
    <div class="top-right">
      ${
        shortcuts.length > 0 &&
        !isWatching &&
        html`<${MenuButton}
          label="Shortcuts"
          items=${shortcuts.map(({ name }) => ({
            text: name,
            more: parts.team.app.name,
            run: () => session.actAloud({ act: 'shortcut', name }),
          }))}
          >⚡<//
        >`
      }
      <${TryButton} />
      <button
        type="button"
        class="icon-button traffic-toggle"
        aria-pressed=${hasTraffic}
        aria-label="Traffic between Slack and the app"
        title="Traffic between Slack and the app"
        onClick=${onTraffic}
      >⇅</button>
      <button type="button" class="who" aria-haspopup="dialog" onClick=${() => setPicking(true)}>
        <${Avatar} person=${person} size="small" />
        <span class="who-words">
          <span class="who-what">${isWatching ? 'You watch as' : 'You are'}</span> <strong>${person.name}</strong>
        </span>
        <span aria-hidden="true">▾</span>
      </button>
    </div>
  </header>
  ${isPicking && html`<${PersonPicker} onClose=${() => setPicking(false)} />`}`;
}
