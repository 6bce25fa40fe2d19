import type { Button, Overflow } from '@slack/types';
import { button, option, overflow } from '../../platform/slack/block-kit.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { CheckIn } from './store.ts';

/** Its value is the check-in's id. */
export const ANSWER_BUTTON = 'answer_check_in';
/** Takes back a skip; its value is the check-in's id. */
export const UNDO_BUTTON = 'undo_skip';
/** Takes back "Not for me"; its value is the cadence's key. */
export const ASK_AGAIN_BUTTON = 'ask_again';
export const CONTROLS_MENU = 'check_in_controls';

export type Control = 'later' | 'tomorrow' | 'skip' | 'opt-out';

const CONTROLS: Record<Control, string> = {
  later: 'Later today',
  tomorrow: 'Tomorrow',
  skip: 'Skip…',
  'opt-out': 'Not for me…',
};

type Named = Pick<CheckIn, 'id' | 'cadenceKey' | 'cadenceName' | 'occursOn'>;

export function answerButton(checkIn: Named, text: 'Answer' | 'Edit'): Button {
  return button({
    actionId: ANSWER_BUTTON,
    text,
    value: checkIn.id,
    label: `${text}: ${nameOf(checkIn)}`,
    ...(text === 'Answer' && { style: 'primary' }),
  });
}

/** What somebody may do about a check-in besides answering it. */
export function controlsMenu({ id }: Named): Overflow {
  const options = Object.entries(CONTROLS).map(([control, text]) => option(text, `${control}:${id}`));
  return overflow(CONTROLS_MENU, options);
}

/** Undefined for what no menu of ours offers. */
export function readControl(value: string): { control: Control; checkInId: string } | undefined {
  const [control = '', checkInId = ''] = value.split(':');
  return isControl(control) ? { control, checkInId } : undefined;
}

export function undoButton(checkIn: Named): Button {
  return button({ actionId: UNDO_BUTTON, text: 'Undo', value: checkIn.id, label: `Undo: ${nameOf(checkIn)}` });
}

export function askAgainButton(
  cadence: { cadenceKey: string; cadenceName: string },
  actionId = ASK_AGAIN_BUTTON,
): Button {
  const label = `Ask me again: ${cadence.cadenceName}`;
  return button({ actionId, text: 'Ask me again', value: cadence.cadenceKey, label });
}

function isControl(text: string): text is Control {
  return text in CONTROLS;
}

function nameOf({ cadenceName, occursOn }: Named): string {
  return `${cadenceName}, ${readableDay(occursOn)}`;
}
