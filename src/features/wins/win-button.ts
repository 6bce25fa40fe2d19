import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const TELL_WIN = 'tell_win';
/** Their value is the win's id. */
export const EDIT_WIN = 'edit_win';
export const WITHDRAW_WIN = 'withdraw_win';
export const RESTORE_WIN = 'restore_win';

const buttons = {
  edit: { actionId: EDIT_WIN, text: 'Edit' },
  withdraw: { actionId: WITHDRAW_WIN, text: 'Take back' },
  restore: { actionId: RESTORE_WIN, text: 'Undo' },
} as const;

export function winButton(does: keyof typeof buttons, { id, client }: { id: string; client: string }): Button {
  const { actionId, text } = buttons[does];
  return button({ actionId, text, value: id, label: `${text}: the win for ${client}` });
}

/** Opens the form for a new win, from wherever it stands. */
export function tellWinButton(): Button {
  return button({ actionId: TELL_WIN, text: 'Save a win', label: 'Save a win: tell what changed for a client' });
}
