import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Its value is the page it turns to, from 1. */
export const RECORD_BUTTON = 'show_record';

/** Opens everything on record about whoever presses it. */
export function ownRecordButton(): Button {
  return button({ actionId: RECORD_BUTTON, text: 'Everything on record', value: '1' });
}
