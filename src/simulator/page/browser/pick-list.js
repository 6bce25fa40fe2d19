import { html, useEffect, useLayoutEffect, useRef, useState } from 'htm/preact/standalone';
import { placeBelow } from './place-below.js';

let count = 0;

/** A menu one can search in: the ARIA combobox pattern, for one choice or several. */
export function PickList({ named, label, placeholder, isMulti, most, isIdle, source }) {
  const [listId] = useState(() => `picks-${++count}`);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [found, setFound] = useState([]);
  const box = useRef();
  const input = useRef();
  const list = useRef();
  const { chosen } = source;

  useEffect(() => {
    if (!isOpen || !source.find) return;
    if (typed.length < source.least) setFound([]);
    else void source.find(typed).then(setFound, () => setFound([]));
  }, [isOpen, typed]);
  useLayoutEffect(() => {
    if (isOpen) placeBelow(list.current, box.current);
  });
  useEffect(() => {
    if (!isOpen) return;
    // The list stays with its field, wherever what is around it is scrolled to.
    const follow = (event) => {
      // It may be gone already, and its own scrolling moves nothing.
      if (list.current && event.target !== list.current) placeBelow(list.current, box.current);
    };
    addEventListener('scroll', follow, true);
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow, true);
      removeEventListener('resize', follow);
    };
  }, [isOpen]);

  const isChosen = (item) => chosen.some(({ key }) => key === item.key);
  const items = source.find ? found : fitting(source.items, typed);
  const isFull = isMulti && most !== undefined && chosen.length >= most;
  const open = () => {
    setActive(Math.max(0, isMulti ? 0 : source.items.findIndex(isChosen)));
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const toggle = (item) => {
    if (!isMulti) {
      source.choose([item]);
      close();
    } else if (isChosen(item)) source.choose(chosen.filter(({ key }) => key !== item.key));
    else if (!isFull) {
      source.choose([...chosen, item]);
      setTyped('');
    }
    input.current.focus();
  };
  const drop = (item) => source.choose(chosen.filter(({ key }) => key !== item.key));

  const onKeyDown = (event) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      else setActive((active + (key === 'ArrowDown' ? 1 : items.length - 1)) % Math.max(1, items.length));
    } else if (key === 'Enter') {
      // Enter in a menu chooses; it does not send the form around it.
      event.preventDefault();
      if (!isOpen) open();
      else if (items[active]) toggle(items[active]);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (key === 'Backspace' && typed === '' && chosen.length > 0 && isMulti) drop(chosen.at(-1));
  };

  return html`<div class=${isIdle ? 'pick-list is-idle' : 'pick-list'} ref=${box}>
    ${
      isMulti &&
      chosen.map(
        (item) => html`<span class="chip" key=${item.key}>
          ${item.text}
          <button type="button" aria-label=${`Remove ${item.text}`} disabled=${isIdle} onClick=${() => drop(item)}>×</button>
        </span>`,
      )
    }
    <input
      ...${named}
      ref=${input}
      class="pick-input"
      role="combobox"
      aria-label=${named.id ? undefined : label}
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? listId : undefined}
      aria-autocomplete="list"
      aria-activedescendant=${isOpen && items[active] ? `${listId}-${active}` : undefined}
      autocomplete="off"
      spellcheck=${false}
      disabled=${isIdle}
      placeholder=${isMulti && chosen.length > 0 ? '' : placeholder}
      value=${isOpen || isMulti ? typed : (chosen[0]?.text ?? '')}
      onClick=${() => !isOpen && open()}
      onInput=${(event) => {
        setTyped(event.currentTarget.value);
        setActive(0);
        setOpen(true);
      }}
      onKeyDown=${onKeyDown}
      onBlur=${close}
    />
    ${
      !isMulti && chosen.length > 0 && !isIdle && named.id
        ? html`<button type="button" class="pick-clear" aria-label=${`Clear ${label}`} onClick=${() => source.choose([])}>×</button>`
        : html`<span class="pick-arrow" aria-hidden="true">▾</span>`
    }
    ${
      isOpen &&
      html`<ul class="picks" id=${listId} ref=${list} popover="manual" role="listbox" aria-label=${label} aria-multiselectable=${isMulti}>
        ${items.map((item, index) => [
          item.group &&
            item.group !== items[index - 1]?.group &&
            html`<li class="pick-group" role="presentation">${item.group}</li>`,
          html`<li
            id=${`${listId}-${index}`}
            role="option"
            aria-selected=${isChosen(item)}
            class=${index === active ? 'pick is-active' : 'pick'}
            onMouseDown=${(event) => event.preventDefault()}
            onClick=${() => toggle(item)}
          >
            <span class="pick-mark" aria-hidden="true">${isChosen(item) ? '✓' : ''}</span>
            <span>${item.text}${item.more && html` <span class="quiet">${item.more}</span>`}</span>
          </li>`,
        ])}
        ${items.length === 0 && html`<li class="pick-none" role="presentation">${nothing(source, typed)}</li>`}
      </ul>`
    }
  </div>`;
}

function nothing({ find, least }, typed) {
  if (find && typed.length < least) return `Type ${least} letters or more`;
  return 'Nothing fits';
}

/** Those whose own words begin so come before those that only have the letters somewhere. */
function fitting(items, typed) {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return items;
  const begins = ({ text }) => ` ${text.toLowerCase()}`.includes(` ${wanted}`);
  const has = ({ text, more = '' }) => `${text} ${more}`.toLowerCase().includes(wanted);
  return [...items.filter(begins), ...items.filter((item) => !begins(item) && has(item))];
}
