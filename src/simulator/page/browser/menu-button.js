import { html, useEffect, useLayoutEffect, useRef, useState } from 'htm/preact/standalone';
import { placeBelow } from './place-below.js';

/** A button that opens a menu of things to do: the ARIA menu button pattern. Items are `{ text, more?, run }`. */
export function MenuButton({ label, items, isIdle = false, class: className = 'icon-button', children }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef();
  const menu = useRef();
  useLayoutEffect(() => {
    if (!isOpen) return;
    placeBelow(menu.current, button.current);
    menu.current.querySelector('[role=menuitem]')?.focus();
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event) => {
      if (!menu.current?.contains(event.target) && !button.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', close, true);
    return () => removeEventListener('pointerdown', close, true);
  }, [isOpen]);

  const leave = () => {
    setOpen(false);
    button.current.focus();
  };
  const onKeyDown = (event) => {
    const all = [...menu.current.querySelectorAll('[role=menuitem]')];
    const at = all.indexOf(document.activeElement);
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    if (event.key in to) all[to[event.key]].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return html`<span class="menu">
    <button
      type="button"
      ref=${button}
      class=${className}
      aria-label=${label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      disabled=${isIdle}
      onClick=${() => setOpen(!isOpen)}
    >
      ${children}
    </button>
    ${
      isOpen &&
      html`<div class="picks" ref=${menu} popover="manual" role="menu" tabindex="-1" aria-label=${label} onKeyDown=${onKeyDown}>
        ${items.map(
          (item) => html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            class="pick"
            onClick=${() => {
              leave();
              void item.run();
            }}
          >
            <span>${item.text}${item.more && html` <span class="quiet">${item.more}</span>`}</span>
          </button>`,
        )}
      </div>`
    }
  </span>`;
}
