import { html, useState } from 'htm/preact/standalone';
import { Avatar } from './avatar.js';
import { cityOf } from './clock-bar.js';
import { timeOfDay } from './dates.js';
import { DialogFrame } from './dialog-frame.js';
import { useSession } from './use-session.js';

export function PersonPicker({ onClose }) {
  const session = useSession();
  const [wanted, setWanted] = useState('');
  const found = session.people.filter(({ isBot }) => !isBot).filter((person) => fits(person, wanted));
  const become = (person) => {
    onClose();
    session.become(person.id);
  };
  const onSubmit = (event) => {
    event.preventDefault();
    if (found[0]) become(found[0]);
  };
  return html`<${DialogFrame} class="dialog" labelledBy="picker-title" onEscape=${onClose}>
    <form onSubmit=${onSubmit}>
      <div class="dialog-head">
        <h2 id="picker-title">Whom would you like to be?</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick=${onClose}>×</button>
      </div>
      <div class="dialog-body">
        <input
          type="search"
          class="field-input"
          aria-label="Search people"
          placeholder="Name, role or place"
          value=${wanted}
          onInput=${(event) => setWanted(event.currentTarget.value)}
        />
        <ul class="people" aria-label="People">
          ${found.map((person) => html`<li key=${person.id}><${Choice} person=${person} onChoose=${become} /></li>`)}
        </ul>
        ${found.length === 0 && html`<p class="nothing">Nobody here fits.</p>`}
        <p class="quiet">This window alone: open another one and be somebody else in it at the same time.</p>
      </div>
    </form>
  <//>`;
}

function Choice({ person, onChoose }) {
  const session = useSession();
  const { name, realName, handle, title, timeZone, isDeactivated, isGuest } = person;
  const marks = [isDeactivated && 'deactivated', isGuest && 'guest'].filter(Boolean).join(', ');
  return html`<button
    type="button"
    class="person"
    aria-current=${person.id === session.me ? 'true' : undefined}
    onClick=${() => onChoose(person)}
  >
    <${Avatar} person=${person} />
    <span class="person-words">
      <strong>${name}</strong> <span class="quiet">${name === realName ? `@${handle}` : realName}</span>
      ${(title || marks) && html`<span class="person-title">${[title, marks].filter(Boolean).join(', ')}</span>`}
    </span>
    <span class="person-time">${timeOfDay(session.now(), timeZone)}<span class="quiet">${cityOf(timeZone)}</span></span>
  </button>`;
}

function fits({ name, realName, handle, title, timeZone }, wanted) {
  const words = `${name} ${realName} ${handle} ${title} ${cityOf(timeZone)}`.toLowerCase();
  return words.includes(wanted.trim().toLowerCase());
}
