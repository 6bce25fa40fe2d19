import { html } from 'htm/preact/standalone';

/** Initials on a colour that stays with the person. */
export function Avatar({ person, isApp = false, size = '' }) {
  if (isApp) return html`<span class=${`avatar app-avatar ${size}`} aria-hidden="true"></span>`;
  const name = person?.realName ?? person?.name ?? '?';
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();
  return html`<span class=${`avatar colour-${hash(person?.id ?? name) % 8} ${size}`} aria-hidden="true">${initials}</span>`;
}

function hash(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 1_000_003;
  return sum;
}
