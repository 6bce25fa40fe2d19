import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  InputBlockElement,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { cut } from './mrkdwn.ts';

// Builders for the pieces every surface uses. Words that could run too long in a label are cut with a mark here; the
// bodies of sections are not: whoever writes a long body decides where to break it.

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(cut(text, 150)) };
}

export function section(text: string, accessory?: SectionBlockAccessory): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) };
}

export function fields(...texts: string[]): SectionBlock {
  return { type: 'section', fields: texts.map(mrkdwn) };
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.map(mrkdwn) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(blockId: string, elements: ActionsBlockElement[]): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

export interface ButtonParts {
  actionId: string;
  text: string;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  /** Read out instead of the text, for buttons whose text says too little alone ("Edit"). */
  label?: string;
  confirm?: Button['confirm'];
}

export function button({ actionId, text, value, url, style, label, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(cut(text, 75)),
    ...(value !== undefined && { value }),
    ...(url !== undefined && { url }),
    ...(style && { style }),
    ...(label !== undefined && { accessibility_label: cut(label, 75) }),
    ...(confirm && { confirm }),
  };
}

/** The three dots: what is done more rarely. */
export function overflow(actionId: string, options: PlainTextOption[]): Overflow {
  return { type: 'overflow', action_id: actionId, options };
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: plainText(cut(text, 75)),
    value,
    ...(description !== undefined && { description: plainText(cut(description, 75)) }),
  };
}

export interface InputParts {
  blockId: string;
  label: string;
  element: InputBlockElement;
  hint?: string;
  optional?: boolean;
  /** Sends a block_actions payload at each change, for forms that change while they are filled in. */
  dispatch?: boolean;
}

export function input({ blockId, label, element, hint, optional, dispatch }: InputParts): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(cut(label, 2000)),
    element,
    ...(hint !== undefined && { hint: plainText(cut(hint, 2000)) }),
    ...(optional !== undefined && { optional }),
    ...(dispatch !== undefined && { dispatch_action: dispatch }),
  };
}
