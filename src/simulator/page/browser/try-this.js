import { html, useState } from 'htm/preact/standalone';
import { useSession } from './use-session.js';

const memory = 'try-this-dismissed';

/** What a newcomer could do first; gone for good when dismissed. */
export function TryThis() {
  const session = useSession();
  const [isDismissed, setDismissed] = useState(localStorage.getItem(memory) !== null);
  const steps = session.parts.host?.tryThis ?? [];
  if (steps.length === 0) return null;
  const dismiss = (isGone) => {
    if (isGone) localStorage.setItem(memory, 'yes');
    else localStorage.removeItem(memory);
    setDismissed(isGone);
  };
  if (isDismissed) {
    return html`<button type="button" class="try-again" onClick=${() => dismiss(false)}>What can I try?</button>`;
  }
  return html`<section class="try-this" aria-labelledby="try-title">
    <h2 id="try-title">Try this</h2>
    <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => dismiss(true)}>×</button>
    <ol>
      ${steps.map((step) => html`<li>${step.text} <${Shortcut} step=${step} /></li>`)}
    </ol>
  </section>`;
}

function Shortcut({ step }) {
  const session = useSession();
  const person = session.people.find(({ id, handle }) => id === step.as || handle === step.as);
  const isThere = !step.as || person?.id === session.me;
  if (step.next) {
    return html`<button type="button" class="link" onClick=${() => session.moveClock({ act: 'next' })}>Move the clock on</button>`;
  }
  if (!person && !step.go && !step.type) return null;
  const go = () => {
    const place = placeOf(session, step.go);
    if (isThere) session.go(place);
    else session.become(person.id, place);
    if (step.type) {
      session.draft = step.type;
      session.changed();
    }
  };
  const words = isThere ? 'Go there' : `Be ${person.name.split(' ')[0]}`;
  return html`<button type="button" class="link" onClick=${go}>${words}</button>`;
}

function placeOf({ channels }, go = 'messages') {
  if (go === 'home' || go === 'messages') return { kind: go };
  const channel = channels.find(({ name }) => name === go);
  return channel ? { kind: 'channel', id: channel.id } : { kind: 'messages' };
}
