import { html } from 'htm/preact/standalone';
import { Link } from './mrkdwn.js';

/** Standard Markdown as far as bots use it: headings, lists, quotes, code, bold, italic, links. */
export function Markdown({ text }) {
  return text.split(/```\w*\n?([\s\S]*?)\n?```/).map((part, index) => {
    if (index % 2 === 1) return html`<pre class="preformatted">${part}</pre>`;
    return part.split(/\n{2,}/).map(paragraph);
  });
}

function paragraph(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return null;
  const [, hashes, heading] = /^(#{1,6}) (.*)$/.exec(lines[0]) ?? [];
  if (hashes) return [html`<h4>${inline(heading)}</h4>`, paragraph(lines.slice(1).join('\n'))];
  if (lines.every((line) => /^\s*[-*+] /.test(line))) return list('ul', lines, /^\s*[-*+] /);
  if (lines.every((line) => /^\s*\d+[.)] /.test(line))) return list('ol', lines, /^\s*\d+[.)] /);
  if (lines.every((line) => /^> ?/.test(line))) {
    return html`<blockquote>${paragraph(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}</blockquote>`;
  }
  return html`<p>${lines.map((line, index) => [index > 0 && html`<br />`, inline(line)])}</p>`;
}

function list(tag, lines, mark) {
  return html`<${tag}>${lines.map((line) => html`<li>${inline(line.replace(mark, ''))}</li>`)}<//>`;
}

const token = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|(\*\*|__)(\S.*?)\4|([*_])(\S.*?)\6/g;

function inline(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, code, label, href, strong, bold, , italic] = match;
    parts.push(text.slice(end, match.index));
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (label !== undefined) parts.push(html`<${Link} href=${href} label=${label} />`);
    else if (strong) parts.push(html`<strong>${inline(bold)}</strong>`);
    else parts.push(html`<em>${inline(italic)}</em>`);
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}
