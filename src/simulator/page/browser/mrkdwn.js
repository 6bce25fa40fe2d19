import { html, useContext } from 'htm/preact/standalone';
import { slackDate } from './dates.js';
import { emojiCharacter } from './emoji.js';
import { ReaderContext } from './reader.js';

const before = '(?<=^|[\\s(\\[{>"\'*_~.,:;!?/|-])';
const after = '(?=$|[\\s)\\]}<"\'*_~.,:;!?/|-])';
const token = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angled>[^<>\\n]+)>',
    ':(?<emoji>[a-z0-9_+-]+(?:::skin-tone-\\d)?):',
    `${before}(?<mark>[*_~])(?=\\S)(?<styled>[^\\n]*?\\S)\\k<mark>${after}`,
  ].join('|'),
  'g',
);
const styles = { '*': 'strong', _: 'em', '~': 's' };

/** Slack's mrkdwn as elements. Nothing in it is ever taken for HTML. */
export function Mrkdwn({ text }) {
  const reader = useContext(ReaderContext);
  return text.split(/```\n?([\s\S]*?)\n?```/).map((part, index) => {
    if (index % 2 === 1) return html`<pre class="preformatted">${unescapeText(part)}</pre>`;
    return part === '' ? null : paragraphs(part.replace(/^\n|\n$/g, ''), reader);
  });
}

/** A text object, mrkdwn or plain; plain text still has emoji. */
export function TextObject({ value }) {
  if (!value) return null;
  return value.type === 'mrkdwn'
    ? html`<${Mrkdwn} text=${value.text} />`
    : plainText(value.text, value.emoji !== false);
}

export function plainText(text = '', hasEmoji = true) {
  if (!hasEmoji) return unescapeText(text);
  return unescapeText(text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emojiCharacter(name) ?? whole));
}

function paragraphs(text, reader) {
  const groups = [];
  for (const line of text.split('\n')) {
    const [, quoted] = /^(?:&gt;|>) ?(.*)$/.exec(line) ?? [];
    const isQuote = quoted !== undefined;
    const last = groups.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(isQuote ? quoted : line);
    else groups.push({ isQuote, lines: [isQuote ? quoted : line] });
  }
  return groups.map(({ isQuote, lines }) => {
    const content = lines.map((line, index) => [index > 0 && html`<br />`, inline(line, reader)]);
    return isQuote ? html`<blockquote>${content}</blockquote>` : content;
  });
}

function inline(text, reader) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    parts.push(unescapeText(text.slice(end, match.index)));
    const { code, angled, emoji, mark, styled } = match.groups;
    if (code !== undefined) parts.push(html`<code>${unescapeText(code)}</code>`);
    else if (angled !== undefined) parts.push(angledPart(angled, reader));
    else if (emoji !== undefined) parts.push(emojiCharacter(emoji) ?? match[0]);
    else parts.push(html`<${styles[mark]}>${inline(styled, reader)}<//>`);
    end = match.index + match[0].length;
  }
  parts.push(unescapeText(text.slice(end)));
  return parts;
}

function angledPart(inside, reader) {
  const at = inside.indexOf('|');
  const target = at < 0 ? inside : inside.slice(0, at);
  const label = at < 0 ? undefined : unescapeText(inside.slice(at + 1));
  if (target.startsWith('@')) return html`<${Mention} id=${target.slice(1)} />`;
  if (target.startsWith('#')) return html`<${ChannelLink} id=${target.slice(1)} label=${label} />`;
  if (target.startsWith('!date^')) {
    const [, seconds, pattern, link] = target.split('^');
    const words = slackDate(seconds, pattern, reader);
    return link ? html`<${Link} href=${link} label=${words} />` : html`<time title=${label}>${words}</time>`;
  }
  if (target.startsWith('!')) return html`<span class="mention">${label ?? `@${target.slice(1).split('^')[0]}`}</span>`;
  return html`<${Link} href=${unescapeText(target)} label=${label} />`;
}

export function Mention({ id }) {
  const { me, nameOf } = useContext(ReaderContext);
  return html`<span class=${id === me ? 'mention mention-me' : 'mention'}>@${nameOf(id) ?? id}</span>`;
}

export function ChannelLink({ id, label }) {
  const { channelOf, open } = useContext(ReaderContext);
  const channel = channelOf(id);
  if (!channel) return html`<span class="mention">#${label ?? 'private-channel'}</span>`;
  return html`<button type="button" class="mention mention-link" onClick=${() => open(id)}>#${channel.name}</button>`;
}

/** Only addresses that cannot run anything. */
export function Link({ href, label }) {
  if (!/^(?:https?|mailto):/i.test(href)) return label ?? href;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${label ?? href}</a>`;
}

function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
