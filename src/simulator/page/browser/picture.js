import { html, useState } from 'htm/preact/standalone';
import { DialogFrame } from './dialog-frame.js';

/** A picture that opens large over everything when it is pressed. */
export function Picture({ source, words }) {
  const [isOpen, setOpen] = useState(false);
  return html`<button
      type="button"
      class="picture-button"
      aria-label=${`Open large: ${words}`}
      onClick=${() => setOpen(true)}
    >
      <img class="picture" src=${source} alt=${words} />
    </button>
    ${isOpen && html`<${LargePicture} source=${source} words=${words} close=${() => setOpen(false)} />`}`;
}

function LargePicture({ source, words, close }) {
  return html`<${DialogFrame} class="dialog dialog-picture" labelledBy="picture-title" firstFocus=".icon-button" onEscape=${close}>
    <div class="dialog-head">
      <h2 id="picture-title">${words}</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick=${close}>×</button>
    </div>
    <div class="dialog-body" tabindex="0"><img src=${source} alt=${words} /></div>
  <//>`;
}
