import { html, useState } from 'htm/preact/standalone';
import { DialogFrame } from './dialog-frame.js';
import { plainText, TextObject } from './mrkdwn.js';

/** Asks before an element that has `confirm` does anything. `ask(element)` resolves with whether it may. */
export function useConfirmation() {
  const [question, setQuestion] = useState(undefined);
  const ask = ({ confirm }) => {
    if (!confirm) return true;
    return new Promise((resolve) => setQuestion({ confirm, resolve }));
  };
  const answer = (isAgreed) => {
    setQuestion(undefined);
    question.resolve(isAgreed);
  };
  const dialog = question && html`<${ConfirmDialog} confirm=${question.confirm} answer=${answer} />`;
  return { ask, dialog };
}

function ConfirmDialog({ confirm, answer }) {
  return html`<${DialogFrame}
    class="dialog dialog-small"
    labelledBy="confirm-title"
    firstFocus=".dialog-foot .button:last-child"
    onEscape=${() => answer(false)}
  >
    <h2 id="confirm-title" class="dialog-head">${plainText(confirm.title.text)}</h2>
    <div class="dialog-body text"><${TextObject} value=${confirm.text} /></div>
    <div class="dialog-foot">
      <button type="button" class="button" onClick=${() => answer(false)}>${plainText(confirm.deny?.text ?? 'Cancel')}</button>
      <button type="button" class=${`button ${confirm.style ?? 'primary'}`} onClick=${() => answer(true)}>
        ${plainText(confirm.confirm?.text ?? 'Yes')}
      </button>
    </div>
  <//>`;
}
