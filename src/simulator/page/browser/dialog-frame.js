import { html, useLayoutEffect, useRef } from 'htm/preact/standalone';

const focusable = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href], [tabindex="0"]';

/**
 * A dialog over everything else. The browser makes the rest inert and takes focus back when it closes; the keyboard is
 * kept going round inside.
 */
export function DialogFrame({ class: className, labelledBy, onEscape, firstFocus, children }) {
  const dialog = useRef();
  useLayoutEffect(() => {
    const { current } = dialog;
    const opener = document.activeElement;
    current.showModal();
    const first = firstFocus && current.querySelector(firstFocus);
    (first ?? current.querySelector('input, textarea, .button.primary'))?.focus();
    return () => {
      current.close();
      if (!opener?.isConnected) document.querySelector('main')?.focus();
    };
  }, []);
  const onKeyDown = (event) => {
    // What lies around it, a thread or another dialog, has keys of its own.
    event.stopPropagation();
    if (event.key !== 'Tab') return;
    const all = [...dialog.current.querySelectorAll(focusable)].filter((element) => element.tabIndex >= 0);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  };
  const onCancel = (event) => {
    event.preventDefault();
    onEscape();
  };
  return html`<dialog ref=${dialog} class=${className} aria-labelledby=${labelledBy} onKeyDown=${onKeyDown} onCancel=${onCancel}>
    ${children}
  </dialog>`;
}
