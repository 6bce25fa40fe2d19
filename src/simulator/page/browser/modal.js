import { html, useLayoutEffect, useRef, useState } from 'htm/preact/standalone';
import { Blocks } from './blocks.js';
import { DialogFrame } from './dialog-frame.js';
import { plainText } from './mrkdwn.js';
import { Surface } from './surface.js';
import { useSession } from './use-session.js';

/** The top one of the modals that a person has open. */
export function Modals() {
  const { parts } = useSession();
  const stack = parts.modals ?? [];
  const view = stack.at(-1);
  return view ? html`<${Modal} key=${view.id} view=${view} depth=${stack.length} />` : null;
}

function Modal({ view, depth }) {
  const session = useSession();
  const [drafts, setDrafts] = useState({});
  const [isSubmitting, setSubmitting] = useState(false);
  const wantsFocus = useRef(false);
  /** Known at once, where what is drawn lags behind a second press. */
  const isSent = useRef(false);
  const form = useRef();
  const title = plainText(view.title?.text ?? '');
  const errors = view.errors ?? {};

  useLayoutEffect(() => {
    const wrong = wantsFocus.current && form.current.querySelector('[aria-invalid=true]');
    if (!wrong || isSubmitting) return;
    wantsFocus.current = false;
    wrong.focus();
    wrong.closest('.input-block')?.scrollIntoView({ block: 'nearest' });
  });
  const submit = async (event) => {
    event.preventDefault();
    if (isSent.current || session.isWatching) return;
    isSent.current = true;
    setSubmitting(true);
    const result = await session.actAloud({ act: 'submit', view: view.id, values: valuesOf(drafts) });
    wantsFocus.current = Boolean(result?.errors);
    isSent.current = false;
    setSubmitting(false);
  };
  const close = (all) => {
    if (!session.isWatching) void session.actAloud({ act: 'close', all });
  };
  const onKeyDown = (event) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current.requestSubmit();
  };

  const focusOnLoad = view.blocks.find(({ element }) => element?.focus_on_load);
  const formId = `form-${view.id}`;
  return html`<${DialogFrame}
    class="dialog"
    labelledBy="modal-title"
    firstFocus=${focusOnLoad ? `#${CSS.escape(`${formId}-${focusOnLoad.block_id}`)}` : '.dialog-body :is(input, textarea, .button)'}
    onEscape=${() => close(false)}
  >
    <form ref=${form} noValidate aria-busy=${isSubmitting} onSubmit=${submit} onKeyDown=${onKeyDown}>
      <div class="dialog-head">
        ${
          depth > 1 &&
          html`<button type="button" class="icon-button" aria-label="Back" onClick=${() => close(false)}>←</button>`
        }
        <span class="avatar app-avatar" aria-hidden="true"></span>
        <h2 id="modal-title">${title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick=${() => close(true)}>×</button>
      </div>
      <div class="dialog-body" tabindex="-1">
        ${view.trouble && html`<p class="trouble" role="alert">${view.trouble}</p>`}
        <div class="visually-hidden" role="alert">${errorSummary(errors)}</div>
        <${Surface}
          place=${{ view: view.id }}
          state=${view.state}
          errors=${errors}
          formId=${formId}
          drafts=${drafts}
          onDraft=${(key, picked) => setDrafts((before) => ({ ...before, [key]: picked }))}
          isIdle=${isSubmitting}
        >
          <${Blocks} blocks=${view.blocks} />
        <//>
      </div>
      <div class="dialog-foot">
        ${
          session.isWatching
            ? html`<span class="quiet">You are watching: the story fills this in.</span>`
            : html`<button type="button" class="button" onClick=${() => close(false)}>
                  ${plainText(view.close?.text ?? (depth > 1 ? 'Back' : 'Cancel'))}
                </button>
                ${
                  view.submit &&
                  html`<button type="submit" class="button primary" disabled=${isSubmitting}>
                    ${isSubmitting && html`<span class="spinner" aria-hidden="true"></span>`}
                    ${plainText(view.submit.text)}
                  </button>`
                }`
        }
      </div>
    </form>
  <//>`;
}

function valuesOf(drafts) {
  return Object.entries(drafts).map(([key, picked]) => {
    const at = key.lastIndexOf(' ');
    return { block: key.slice(0, at), action: key.slice(at + 1), picked };
  });
}

function errorSummary(errors) {
  const count = Object.keys(errors).length;
  if (count === 0) return '';
  return count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`;
}
