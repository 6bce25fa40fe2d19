import { html } from 'htm/preact/standalone';
import { useSession } from './use-session.js';

/** What a newcomer could do first; once dismissed it waits behind the question mark. */
export function TryThis() {
  const session = useSession();
  const steps = session.parts.host?.tryThis ?? [];
  if (steps.length === 0 || !session.showsSteps) return null;
  return html`<section class="try-this" aria-labelledby="try-title">
    <h2 id="try-title">Try this</h2>
    <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => session.showSteps(false)}>×</button>
    <ol>
      ${steps.map((step) => html`<li>${step.text} <${Shortcut} step=${step} /></li>`)}
    </ol>
  </section>`;
}

/** In the top bar: brings the steps back. */
export function TryButton() {
  const session = useSession();
  const steps = session.parts.host?.tryThis ?? [];
  if (steps.length === 0) return null;
  return html`<button
    type="button"
    class="icon-button"
    aria-pressed=${session.showsSteps}
    aria-label="What can I try?"
    title="What can I try?"
    onClick=${() => session.showSteps(!session.showsSteps)}
  >?</button>`;
}

/** Whatever helps with the step, one after the other. */
function Shortcut({ step }) {
  const session = useSession();
  const person = session.people.find(({ id, handle }) => id === step.as || handle === step.as);
  const isThere = !step.as || person?.id === session.me;
  const go = () => {
    const place = placeOf(session, step.go);
    if (isThere) session.go(place);
    else session.become(person.id, place);
    if (step.type) {
      session.draft = step.type;
      session.changed();
    }
  };
  const words = isThere ? 'Go there' : `Be ${person?.name.split(' ')[0]}`;
  const isSomewhere = person || step.go || step.type;
  return html`
    ${step.next && html`<button type="button" class="link" onClick=${() => session.moveClock({ act: 'next' })}>Move the clock on</button> `}
    ${step.open && html`<a class="link" href=${step.open.url} target="_blank" rel="noopener">${step.open.words}</a> `}
    ${isSomewhere && html`<button type="button" class="link" onClick=${go}>${words}</button>`}
  `;
}

function placeOf({ channels }, go = 'messages') {
  if (go === 'home' || go === 'messages') return { kind: go };
  const channel = channels.find(({ name }) => name === go);
  return channel ? { kind: 'channel', id: channel.id } : { kind: 'messages' };
}
