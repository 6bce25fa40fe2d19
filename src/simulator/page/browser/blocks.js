import { html } from 'htm/preact/standalone';
import { Cards, Container, DataTable, OtherBlock, Table } from './block-shapes.js';
import { Element } from './elements.js';
import { InputBlock } from './input-block.js';
import { Markdown } from './markdown.js';
import { plainText, TextObject } from './mrkdwn.js';
import { Picture } from './picture.js';
import { RichText } from './rich-text.js';

export function Blocks({ blocks }) {
  return blocks.map((block) => html`<${Block} key=${block.block_id} block=${block} />`);
}

function Block({ block }) {
  switch (block.type) {
    case 'section':
      return html`<${Section} block=${block} />`;
    case 'header':
      return html`<h3 class=${`block header-block level-${block.level ?? 1}`}><${TextObject} value=${block.text} /></h3>`;
    case 'context':
      return html`<div class="block context-block">
        ${block.elements.map((element) =>
          element.type === 'image'
            ? html`<${ImageOf} image=${element} isSmall />`
            : html`<span><${TextObject} value=${element} /></span>`,
        )}
      </div>`;
    case 'divider':
      return html`<hr class="block" />`;
    case 'actions':
    case 'context_actions':
      return html`<div class="block actions-block">
        ${block.elements.map((element) => html`<${Element} key=${element.action_id} block=${block} element=${element} />`)}
      </div>`;
    case 'image':
      return html`<figure class="block">
        ${block.title && html`<figcaption><${TextObject} value=${block.title} /></figcaption>`}
        <${ImageOf} image=${block} />
      </figure>`;
    case 'rich_text':
      return html`<div class="block"><${RichText} block=${block} /></div>`;
    case 'markdown':
      return html`<div class="block"><${Markdown} text=${block.text} /></div>`;
    case 'input':
      return html`<${InputBlock} block=${block} />`;
    case 'table':
      return html`<${Table} block=${block} />`;
    case 'data_table':
      return html`<${DataTable} block=${block} />`;
    case 'alert':
      return html`<div class=${`block alert-block alert-${block.level ?? 'default'}`} role="note">
        <${TextObject} value=${block.text} />
      </div>`;
    case 'container':
      return html`<${Container} block=${block}><${Blocks} blocks=${block.child_blocks ?? []} /><//>`;
    case 'card':
    case 'carousel':
      return html`<${Cards} block=${block} />`;
    default:
      return html`<${OtherBlock} block=${block} />`;
  }
}

function Section({ block }) {
  const { text, fields, accessory } = block;
  return html`<div class=${accessory ? 'block section-block has-accessory' : 'block section-block'}>
    <div class="section-text">
      ${text && html`<div class="text"><${TextObject} value=${text} /></div>`}
      ${
        fields &&
        html`<div class="section-fields">
          ${fields.map((field) => html`<div class="text"><${TextObject} value=${field} /></div>`)}
        </div>`
      }
    </div>
    ${
      accessory &&
      html`<div class="section-accessory">
        ${
          accessory.type === 'image'
            ? html`<${ImageOf} image=${accessory} />`
            : html`<${Element} block=${block} element=${accessory} />`
        }
      </div>`
    }
  </div>`;
}

/** The page asks nobody outside for anything, so a picture elsewhere is shown as its description and a link. */
function ImageOf({ image, isSmall = false }) {
  const url = image.image_url ?? image.slack_file?.url ?? '';
  const fileId = image.slack_file?.id ?? /\/files-pri\/\w+?-(F\w+)\//.exec(url)?.[1];
  const source = fileId ? `/page/pictures/${fileId}` : url;
  if (fileId || url.startsWith('data:image/')) {
    if (isSmall) return html`<img class="picture-small" src=${source} alt=${image.alt_text} />`;
    return html`<${Picture} source=${source} words=${image.alt_text} />`;
  }
  const words = plainText(image.alt_text ?? '', false);
  if (isSmall) return html`<span class="picture-words">${words}</span>`;
  return html`<div class="picture-elsewhere">
    <span aria-hidden="true">▣</span> ${words}
    ${/^https?:/.test(url) && html` <a href=${url} target="_blank" rel="noopener noreferrer">Open the picture</a>`}
  </div>`;
}
