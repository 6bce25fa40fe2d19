import { html, useContext } from 'htm/preact/standalone';
import { SurfaceContext } from './element-values.js';
import { Element } from './elements.js';
import { plainText } from './mrkdwn.js';

const typedKinds = {
  plain_text_input: 'text',
  number_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  rich_text_input: 'text',
};
const modes = { number_input: 'decimal', email_text_input: 'email', url_text_input: 'url' };

/** A labelled field of a form, with its hint, and its error where there is one. */
export function InputBlock({ block }) {
  const { errors = {}, formId } = useContext(SurfaceContext);
  const { element, label, hint, optional } = block;
  const id = `${formId}-${block.block_id}`;
  const error = errors[block.block_id];
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const isChoice = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const words = plainText(label.text);
  const named = { id, label: words, describedBy, isInvalid: Boolean(error) };
  return html`<div class=${error ? 'block input-block has-error' : 'block input-block'}>
    <label class="field-label" for=${isChoice ? undefined : id}>
      ${words}${optional && html` <span class="quiet">(optional)</span>`}
    </label>
    ${
      element.type in typedKinds
        ? html`<${TypedInput} block=${block} element=${element} ...${named} />`
        : html`<${Element} block=${block} element=${element} ...${named} />`
    }
    ${error && html`<p class="field-error" id=${`${id}-error`}><span aria-hidden="true">!</span> ${error}</p>`}
    ${hint && html`<p class="field-hint" id=${`${id}-hint`}>${plainText(hint.text)}</p>`}
  </div>`;
}

function TypedInput({ block, element, id, describedBy, isInvalid }) {
  const { picked, type, pick, isIdle } = useContext(SurfaceContext);
  const isLong = element.multiline || element.type === 'rich_text_input';
  const tells = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const common = {
    id,
    class: 'field-input',
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
    'aria-required': block.optional ? undefined : true,
    placeholder: plainText(element.placeholder?.text ?? ''),
    value: picked(block, element).text ?? '',
    readonly: isIdle,
    onInput(event) {
      const { value } = event.currentTarget;
      type(block, element, { text: value });
      if (block.dispatch_action && tells.includes('on_character_entered')) void pick(block, element, { text: value });
    },
    onChange(event) {
      if (!block.dispatch_action) void pick(block, element, { text: event.currentTarget.value });
    },
    onKeyDown(event) {
      if (event.key !== 'Enter' || !block.dispatch_action || !tells.includes('on_enter_pressed')) return;
      event.preventDefault();
      void pick(block, element, { text: event.currentTarget.value });
    },
  };
  if (isLong) return html`<textarea ...${common} rows="3" data-grows></textarea>`;
  return html`<input ...${common} type=${typedKinds[element.type]} inputmode=${modes[element.type]} autocomplete="off" />`;
}
