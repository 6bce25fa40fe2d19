import { html, useEffect, useState } from 'htm/preact/standalone';
import { JsonTree } from './json-tree.js';

const kinds = { call: 'App → Slack', delivery: 'Slack → app', response: 'App → response_url' };
const mostShown = 500;

/** What goes between the little Slack and the app, newest first. */
export function TrafficDrawer({ onClose }) {
  const [entries, setEntries] = useState([]);
  const [wanted, setWanted] = useState('');
  const [kind, setKind] = useState('');
  const [openId, setOpenId] = useState(undefined);
  useEffect(() => {
    const feed = new EventSource('/page/traffic');
    feed.onopen = () => setEntries([]);
    feed.onmessage = ({ data }) => {
      const fresh = JSON.parse(data).entries.reverse();
      setEntries((before) => [...fresh, ...before].slice(0, mostShown));
    };
    return () => feed.close();
  }, []);
  const shown = entries.filter((entry) => (!kind || entry.kind === kind) && fits(entry, wanted.trim().toLowerCase()));
  return html`<aside class="pane traffic" aria-label="Traffic" onKeyDown=${(event) => event.key === 'Escape' && onClose()}>
    <div class="pane-head">
      <h2>Traffic</h2>
      <input
        type="search"
        class="field-input"
        aria-label="Filter the traffic"
        placeholder="Filter: chat.postMessage, priya, error…"
        value=${wanted}
        onInput=${(event) => setWanted(event.currentTarget.value)}
      />
      <select class="field-input" aria-label="Direction" value=${kind} onChange=${(event) => setKind(event.currentTarget.value)}>
        <option value="">Both ways</option>
        ${Object.entries(kinds).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
      <button type="button" class="icon-button" aria-label="Close the traffic" onClick=${onClose}>×</button>
    </div>
    <ol class="entries" tabindex="0" aria-label="Newest first">
      ${shown.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} isOpen=${entry.id === openId} onToggle=${setOpenId} />`)}
    </ol>
    ${shown.length === 0 && html`<p class="nothing">Nothing yet.</p>`}
  </aside>`;
}

function Entry({ entry, isOpen, onToggle }) {
  const { id, kind, name, at, milliseconds, ok, outcome, sent, answer } = entry;
  return html`<li class=${ok ? 'entry' : 'entry is-bad'}>
    <button type="button" class="entry-line" aria-expanded=${isOpen} onClick=${() => onToggle(isOpen ? undefined : id)}>
      <span class="entry-time">${at.slice(5, 16).replace('T', ' ')}</span>
      <span class=${`entry-kind kind-${kind}`}>${kinds[kind]}</span>
      <strong class="entry-what">${name}</strong>
      <span class="entry-outcome">${outcome}</span>
      <span class="quiet">${milliseconds < 1 ? '<1' : Math.round(milliseconds)} ms</span>
    </button>
    ${
      isOpen &&
      html`<div class="entry-bodies">
        <div><h3>Sent</h3><${JsonTree} value=${sent} /></div>
        <div><h3>Answer</h3><${JsonTree} value=${answer} /></div>
      </div>`
    }
  </li>`;
}

function fits({ name, outcome, sent, answer }, wanted) {
  if (wanted === '') return true;
  return (
    `${name} ${outcome}`.toLowerCase().includes(wanted) || JSON.stringify([sent, answer]).toLowerCase().includes(wanted)
  );
}
