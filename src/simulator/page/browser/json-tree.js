import { html } from 'htm/preact/standalone';

const openDepth = 2;

/** JSON that folds, by the browser's own disclosure. Arguments that are JSON in a text are unfolded too. */
export function JsonTree({ value, name, depth = 0 }) {
  const shown = typeof value === 'string' ? unfolded(value) : value;
  const label = name !== undefined && html`<span class="json-name">${name}: </span>`;
  if (typeof shown !== 'object' || shown === null) {
    return html`<div class="json-line">${label}<span class=${`json-${typeof shown}`}>${JSON.stringify(shown) ?? 'nothing'}</span></div>`;
  }
  const entries = Object.entries(shown);
  const summary = Array.isArray(shown) ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) return html`<div class="json-line">${label}${Array.isArray(shown) ? '[]' : '{}'}</div>`;
  return html`<details class="json" open=${depth < openDepth}>
    <summary>${label}<span class="quiet">${summary}</span></summary>
    ${entries.map(([key, inner]) => html`<${JsonTree} name=${key} value=${inner} depth=${depth + 1} />`)}
  </details>`;
}

function unfolded(text) {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
