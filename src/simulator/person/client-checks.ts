import { type BlockElement, elementsOf } from '../workspace/block-elements.ts';
import { currentValue, isEmptyValue } from '../workspace/form-state.ts';
import { asText, type Json, type JsonObject } from '../workspace/json.ts';
import type { View } from '../workspace/views.ts';

/** What Slack's own client says before it sends a form: complaints by block_id, none when it may be sent. */
export function complaintsBeforeSending(view: View): { [blockId: string]: string } {
  const complaints: { [blockId: string]: string } = {};
  for (const element of elementsOf(view.blocks)) {
    if (element.block['type'] !== 'input') continue;
    const value = currentValue(view.state, element);
    const complaint = isEmptyValue(value) ? whenEmpty(element) : whenFilled(element, value);
    if (complaint) complaints[element.blockId] = complaint;
  }
  return complaints;
}

function whenEmpty({ block }: BlockElement): string | undefined {
  return block['optional'] === true ? undefined : 'Please complete this required field.';
}

function whenFilled({ type, element }: BlockElement, value: Json): string | undefined {
  switch (type) {
    case 'plain_text_input':
      return checkLength(element, asText(value));
    case 'number_input':
      return checkNumber(element, asText(value));
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(asText(value)) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return isUrl(asText(value)) ? undefined : 'Please enter a valid URL.';
    default:
      return checkCount(element, value);
  }
}

function checkLength(element: JsonObject, text: string): string | undefined {
  const least = Number(element['min_length'] ?? 0);
  const most = Number(element['max_length'] ?? 3000);
  if (text.length < least) return `Please enter at least ${least} characters.`;
  return text.length > most ? `Please enter no more than ${most} characters.` : undefined;
}

function checkNumber(element: JsonObject, text: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a valid number.';
  if (element['is_decimal_allowed'] !== true && text.includes('.')) return 'Please enter a whole number.';
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && Number(text) < Number(least)) return `Please enter a number of at least ${least}.`;
  if (most !== undefined && Number(text) > Number(most)) return `Please enter a number of at most ${most}.`;
  return undefined;
}

function checkCount(element: JsonObject, value: Json): string | undefined {
  const most = element['max_selected_items'];
  const isTooMany = Array.isArray(value) && most !== undefined && value.length > Number(most);
  return isTooMany ? `Please choose no more than ${most}.` : undefined;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}
