import { html, useContext, useState } from 'htm/preact/standalone';
import { secondsAt, wallClockAt } from './dates.js';
import { optionsOf, SurfaceContext } from './element-values.js';
import { plainText, TextObject } from './mrkdwn.js';
import { OverflowMenu } from './overflow-menu.js';
import { PickList } from './pick-list.js';
import { sourceOf } from './pick-sources.js';
import { ReaderContext } from './reader.js';
import { useSession } from './use-session.js';

/** An interactive element anywhere: `label` names it where no label of its own is seen. */
export function Element({ block, element, id, label, describedBy, isInvalid = false }) {
  const surface = useContext(SurfaceContext);
  const named = { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid || undefined };
  const words = label ?? plainText(element.placeholder?.text ?? block.text?.text ?? element.type.replaceAll('_', ' '));
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return html`<${Button} block=${block} element=${element} />`;
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map(
        (button) =>
          html`<${Button} block=${block} element=${{ ...button, type: 'button', action_id: element.action_id }} />`,
      );
    case 'overflow':
      return html`<${OverflowMenu} block=${block} element=${element} />`;
    case 'checkboxes':
    case 'radio_buttons':
      return html`<${Choices} block=${block} element=${element} label=${words} named=${named} />`;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return html`<${WhenInput} block=${block} element=${element} label=${words} named=${named} />`;
    case 'file_input':
      return html`<p class="quiet" id=${id}>Files cannot be given on this page.</p>`;
    default:
      return html`<${PickList}
        named=${named}
        label=${words}
        placeholder=${plainText(element.placeholder?.text ?? 'Choose')}
        isMulti=${element.type.startsWith('multi_')}
        most=${element.max_selected_items}
        isIdle=${surface.isIdle}
        source=${sourceOf(useContext(ReaderContext), surface, block, element)}
      />`;
  }
}

/** Slack's own addresses of a tab of the app lead there, in Slack itself. */
function appTabOf(url = '') {
  return /^slack:\/\/app\?.*tab=(home|messages)$/.exec(url)?.[1];
}

function Button({ block, element }) {
  const { press, isIdle } = useContext(SurfaceContext);
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const onClick = async () => {
    const tab = appTabOf(element.url);
    if (tab) session.go({ kind: tab });
    else if (element.url) window.open(element.url, '_blank', 'noopener,noreferrer');
    setBusy(true);
    await press(block, element);
    setBusy(false);
  };
  return html`<button
    type="button"
    class=${`button ${element.style ?? ''}`}
    aria-label=${element.accessibility_label}
    aria-busy=${isBusy}
    disabled=${isIdle}
    onClick=${onClick}
  >
    ${element.text ? html`<${TextObject} value=${element.text} />` : '🗑'}
  </button>`;
}

function Choices({ block, element, label, named }) {
  const { picked, pick, isIdle } = useContext(SurfaceContext);
  const isRadio = element.type === 'radio_buttons';
  const chosen = picked(block, element).options;
  const toggle = (index, isOn) => {
    if (isRadio) return pick(block, element, { options: [index] });
    const others = chosen.filter((one) => one !== index);
    return pick(block, element, { options: isOn ? [...others, index].sort((a, b) => a - b) : others });
  };
  return html`<div ...${named} class="choices" role=${isRadio ? 'radiogroup' : 'group'} aria-label=${label} tabindex="-1">
    ${optionsOf(element).map(
      (option, index) => html`<label class="choice">
        <input
          type=${isRadio ? 'radio' : 'checkbox'}
          name=${`${block.block_id} ${element.action_id}`}
          checked=${chosen.includes(index)}
          disabled=${isIdle}
          onChange=${(event) => toggle(index, event.currentTarget.checked)}
        />
        <span>
          <${TextObject} value=${option.text} />
          ${option.description && html`<span class="quiet"><${TextObject} value=${option.description} /></span>`}
        </span>
      </label>`,
    )}
  </div>`;
}

const kinds = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' };

function WhenInput({ block, element, label, named }) {
  const { picked, pick, isIdle } = useContext(SurfaceContext);
  const { timeZone } = useContext(ReaderContext);
  const isInstant = element.type === 'datetimepicker';
  const { text } = picked(block, element);
  const shown = isInstant && text ? wallClockAt(Number(text) * 1000, timeZone) : (text ?? '');
  const onChange = (event) => {
    const { value } = event.currentTarget;
    const sent = isInstant && value ? String(secondsAt(value, timeZone)) : value || null;
    return pick(block, element, { text: sent });
  };
  return html`<input
    ...${named}
    class="field-input"
    type=${kinds[element.type]}
    aria-label=${named.id ? undefined : label}
    value=${shown}
    disabled=${isIdle}
    onChange=${onChange}
  />`;
}
