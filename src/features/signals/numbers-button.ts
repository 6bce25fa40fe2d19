import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Its value is the member whose numbers are shown. */
export const TABLE_BUTTON = 'numbers_as_table';
/** Opens the form for any of one's own numbers, or for the one that its value names. */
export const INTERPRET_BUTTON = 'interpret_number';

/** What can be done with the numbers above it: read them as a table; of one's own, say what they mean. */
export function numbersButtons(memberId: string, isOwn: boolean): Button[] {
  return [
    button({ actionId: TABLE_BUTTON, text: 'As a table', value: memberId, label: 'As a table: these numbers' }),
    ...(isOwn ? [interpretButton()] : []),
  ];
}

/** `about`: a number as `numberName` names it; without one, the form asks which. */
export function interpretButton(about?: string): Button {
  const label = 'What does it mean? Say it of a number of yours';
  return button({ actionId: INTERPRET_BUTTON, text: 'What does it mean?', label, ...(about && { value: about }) });
}
