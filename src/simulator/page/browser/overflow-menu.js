import { html, useContext } from 'htm/preact/standalone';
import { SurfaceContext } from './element-values.js';
import { MenuButton } from './menu-button.js';
import { plainText } from './mrkdwn.js';

export function OverflowMenu({ block, element }) {
  const { choose, isIdle } = useContext(SurfaceContext);
  const items = element.options.map((option, index) => ({
    text: plainText(option.text.text),
    more: option.description && plainText(option.description.text),
    run() {
      if (option.url) window.open(option.url, '_blank', 'noopener,noreferrer');
      return choose(block, element, index);
    },
  }));
  return html`<${MenuButton} label="More" isIdle=${isIdle} items=${items} class="button overflow">•••<//>`;
}
