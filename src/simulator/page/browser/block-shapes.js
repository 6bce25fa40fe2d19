import { html } from 'htm/preact/standalone';
import { Element } from './elements.js';
import { TextObject } from './mrkdwn.js';
import { RichText } from './rich-text.js';

export function Table({ block }) {
  const [head = [], ...rows] = block.rows;
  return html`<${Grid} head=${head} rows=${rows} columns=${block.column_settings ?? []} label="Table" />`;
}

export function DataTable({ block }) {
  const [head = [], ...rows] = block.rows;
  return html`<${Grid} head=${head} rows=${rows} columns=${[]} caption=${block.caption} label=${block.caption} />`;
}

/** Wide tables scroll by themselves; the box can be focused so that the keyboard can do it. */
function Grid({ head, rows, columns, caption, label }) {
  const align = (index, cell) => columns[index]?.align ?? (cell?.type === 'raw_number' ? 'right' : 'left');
  return html`<div class="block table-block" role="region" tabindex="0" aria-label=${label}>
    <table>
      ${caption && html`<caption>${caption}</caption>`}
      <thead>
        <tr>${head.map((cell, index) => html`<th scope="col" class=${align(index, cell)}>${cellContent(cell)}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>${row.map((cell, index) => html`<td class=${align(index, cell)}>${cellContent(cell)}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellContent(cell) {
  return cell.type === 'rich_text' ? html`<${RichText} block=${cell} />` : String(cell.text ?? cell.value ?? '');
}

export function Container({ block, children }) {
  const title = block.title ?? block.rich_text_title;
  return html`<section class="block container-block">
    ${title && html`<h4>${title.type === 'rich_text' ? html`<${RichText} block=${title} />` : html`<${TextObject} value=${title} />`}</h4>`}
    ${block.subtitle && html`<p class="quiet"><${TextObject} value=${block.subtitle} /></p>`}
    ${children}
  </section>`;
}

export function Cards({ block }) {
  const cards = block.type === 'carousel' ? (block.cards ?? block.elements ?? []) : [block];
  return html`<div class="block cards-block">
    ${cards.map(
      (card) => html`<article class="card">
        ${card.title && html`<h4><${TextObject} value=${card.title} /></h4>`}
        ${card.subtitle && html`<p class="quiet"><${TextObject} value=${card.subtitle} /></p>`}
        ${card.body && html`<p><${TextObject} value=${card.body} /></p>`}
        <div class="actions-block">
          ${(card.actions ?? []).map((element) => html`<${Element} block=${block} element=${element} />`)}
        </div>
      </article>`,
    )}
  </div>`;
}

/** What this page has no shape for is shown by its words. */
export function OtherBlock({ block }) {
  const texts = ['title', 'text', 'description', 'alt_text'].map((name) => block[name]).filter(Boolean);
  return html`<div class="block other-block">
    <span class="quiet">${block.type}</span>
    ${texts.map((text) => html`<p>${typeof text === 'string' ? text : html`<${TextObject} value=${text} />`}</p>`)}
  </div>`;
}
