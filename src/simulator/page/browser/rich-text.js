import { html, useContext } from 'htm/preact/standalone';
import { slackDate } from './dates.js';
import { emojiCharacter } from './emoji.js';
import { ChannelLink, Link, Mention } from './mrkdwn.js';
import { ReaderContext } from './reader.js';

export function RichText({ block }) {
  return html`<div class="rich-text">${block.elements.map((element) => html`<${RichPart} element=${element} />`)}</div>`;
}

function RichPart({ element }) {
  switch (element.type) {
    case 'rich_text_list':
      return html`<${element.style === 'ordered' ? 'ol' : 'ul'}
        class=${`rich-list indent-${element.indent ?? 0}`}
        start=${(element.offset ?? 0) + 1}
      >
        ${element.elements.map((item) => html`<li>${leaves(item)}</li>`)}
      <//>`;
    case 'rich_text_quote':
      return html`<blockquote>${leaves(element)}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class="preformatted">${leaves(element)}</pre>`;
    default:
      return html`<p>${leaves(element)}</p>`;
  }
}

function leaves({ elements = [] }) {
  return elements.map((leaf) => html`<${Leaf} leaf=${leaf} />`);
}

function Leaf({ leaf }) {
  const reader = useContext(ReaderContext);
  return styled(content(leaf, reader), leaf.style);
}

function content(leaf, reader) {
  switch (leaf.type) {
    case 'user':
      return html`<${Mention} id=${leaf.user_id} />`;
    case 'channel':
      return html`<${ChannelLink} id=${leaf.channel_id} />`;
    case 'link':
      return html`<${Link} href=${leaf.url} label=${leaf.text} />`;
    case 'emoji':
      return emojiCharacter(leaf.name) ?? `:${leaf.name}:`;
    case 'date':
      return slackDate(leaf.timestamp, leaf.format, reader);
    case 'broadcast':
      return html`<span class="mention">@${leaf.range}</span>`;
    case 'color':
      return html`<code>${leaf.value}</code>`;
    case 'usergroup':
      return html`<span class="mention">@${leaf.usergroup_id}</span>`;
    default:
      return lines(leaf.text ?? '');
  }
}

function lines(text) {
  return text.split('\n').map((line, index) => [index > 0 && html`<br />`, line]);
}

function styled(inner, style = {}) {
  let wrapped = inner;
  if (style.code) wrapped = html`<code>${wrapped}</code>`;
  if (style.strike) wrapped = html`<s>${wrapped}</s>`;
  if (style.italic) wrapped = html`<em>${wrapped}</em>`;
  return style.bold ? html`<strong>${wrapped}</strong>` : wrapped;
}
