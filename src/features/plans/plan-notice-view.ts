import type { ModalView } from '@slack/types';
import { actions, plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { noticeView } from '../../platform/slack/notice-view.ts';
import type { NoPlanning } from './find-planning.ts';
import type { PlansLoaded } from './load-plans.ts';
import type { PlanFormOpened } from './open-plan-form.ts';
import type { PlanVersion } from './plan.ts';
import { alignButton } from './plan-button.ts';
import { signatureWords } from './plan-text-message.ts';
import type { Signed } from './record-signature.ts';
import type { PlanSubmitted } from './submit-plan.ts';

export const NOT_TO_SHARE =
  'A plan is shared by the employee or their managers, once everybody has signed it. `/plan` shows yours.';

export function formOrNotice(opened: PlanFormOpened): ModalView {
  return opened.outcome === 'form' ? opened.form : noticeView('Plan', whyNoForm(opened));
}

export function whyNoForm(refused: NoPlanning | { outcome: 'gone' }): string {
  switch (refused.outcome) {
    case 'gone':
      return 'This plan, or this metric, is no longer there. `/plan` shows what is.';
    case 'unknown-member':
      return 'Plans are kept of people of this workspace only, not of bots or of those who left.';
    case 'not-allowed':
      return `The plan of ${escapeMrkdwn(refused.whom)} is drafted by themselves and their managers. As a partner, say in the group conversation what should change.`;
    case 'no-manager':
      return `${escapeMrkdwn(refused.whom)} has no manager here to agree a plan with. An administrator names one in the workspace file (\`throughline.yaml\`).`;
  }
}

export function whyNotShown(refused: Exclude<PlansLoaded, { outcome: 'shown' }>): string {
  return refused.outcome === 'unknown-member'
    ? 'That is nobody whose plan is kept. Pick the name from the list that Slack offers after `@`.'
    : `The plan of ${escapeMrkdwn(refused.whom)} is seen by themselves, the managers above them, and the partners who sign it. \`/plan\` shows yours; for theirs, ask them.`;
}

export function afterSubmit(submitted: Exclude<PlanSubmitted, { outcome: 'problems' }>): ModalView {
  switch (submitted.outcome) {
    case 'saved':
      return savedView(submitted);
    case 'overtaken':
      return noticeView(
        'Not saved yet',
        `<@${submitted.by.writtenById}> wrote version ${submitted.by.version} while you typed. What you typed is kept as your draft: press *Change…* again, compare, and save.`,
      );
    case 'unchanged':
      return noticeView('Plan', 'Nothing is different from the latest version, so nobody has to sign anew.');
    default:
      return noticeView('Not saved', whyNoForm(submitted));
  }
}

function savedView({ version, isInSession }: { version: PlanVersion; isInSession: boolean }): ModalView {
  const next = isInSession
    ? `The group conversation shows it. ${signatureWords(version)}`
    : 'Nobody else has seen it yet. When it is ready, ask for signatures: everybody who is to sign it gets it in a group conversation.';
  return {
    type: 'modal',
    title: plainText('Plan'),
    close: plainText('Close'),
    blocks: [
      section(`Saved as version ${version.version}. ${next}`),
      ...(isInSession ? [] : [actions('plan_saved', [alignButton(version)])]),
    ],
  };
}

export const NOT_ASKED_TO_SIGN =
  'This plan does not wait for your signature any more: you signed it, or a later version asks others. `/plan` shows yours.';

export function signedWords(signed: Signed): string {
  switch (signed.outcome) {
    case 'signed':
      return `Signed: version ${signed.version.version}. It is in force when everybody has signed it.`;
    case 'agreed':
      return `Signed: version ${signed.version.version}. Yours was the last signature: the plan is in force.`;
    case 'already':
      return 'You have signed this version already.';
    case 'overtaken':
      return `<@${signed.by.writtenById}> wrote version ${signed.by.version} meanwhile. Read it first: the message in the group conversation shows it, and so does \`/plan\`.`;
    case 'no-longer-yours':
      return `Not signed: version ${signed.version.version} names you as the manager of <@${signed.version.memberId}>, and you are not any more. It takes a new version: they or their manager press *Change…* below \`/plan\` and save it, and it names the manager of now.`;
    case 'not-yours':
      return 'This plan does not ask for your signature. `/plan` shows yours.';
  }
}
