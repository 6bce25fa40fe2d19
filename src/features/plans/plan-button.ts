import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';
import type { PlanVersion } from './plan.ts';
import { NEW_PLAN } from './plan-draft.ts';

/** Opens the form. Its value: whose plan, and which, or `new`. */
export const EDIT_PLAN_BUTTON = 'edit_plan';
/** Its value: the plan and the version that is signed. */
export const SIGN_PLAN_BUTTON = 'sign_plan';
/** Opens what is to be signed; its value is the plan's id. */
export const READ_TO_SIGN_BUTTON = 'read_plan_to_sign';
/** Its value is the plan's id. */
export const ALIGN_BUTTON = 'open_plan_session';
/** Its value: the plan and the version whose text it is. */
export const SHARE_PLAN_BUTTON = 'share_plan';

export function draftButton(memberId: string, text: string): Button {
  return button({ actionId: EDIT_PLAN_BUTTON, text, value: `${memberId}:${NEW_PLAN}`, style: 'primary' });
}

export function changeButton({ memberId, planId }: PlanVersion): Button {
  return button({
    actionId: EDIT_PLAN_BUTTON,
    text: 'Change…',
    value: `${memberId}:${planId}`,
    label: 'Change the plan',
  });
}

export function signButton({ planId, version }: PlanVersion): Button {
  return button({
    actionId: SIGN_PLAN_BUTTON,
    text: `Sign version ${version}`,
    value: `${planId}:${version}`,
    style: 'primary',
  });
}

export function readToSignButton({ planId }: PlanVersion): Button {
  return button({
    actionId: READ_TO_SIGN_BUTTON,
    text: 'Read and sign…',
    value: planId,
    style: 'primary',
    label: 'Read and sign the plan',
  });
}

export function alignButton({ planId }: PlanVersion): Button {
  return button({ actionId: ALIGN_BUTTON, text: 'Ask for signatures', value: planId, style: 'primary' });
}

export function shareButton({ planId, version }: PlanVersion): Button {
  return button({ actionId: SHARE_PLAN_BUTTON, text: 'Text to share…', value: `${planId}:${version}` });
}

/** Both halves of a value; the first may be whose, or which plan. */
export function readPlanValue(value: string | undefined): [string, string] {
  const [first = '', second = ''] = (value ?? '').split(':');
  return [first, second];
}
