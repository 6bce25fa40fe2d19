import { type CommandHelp, unclear } from '../../platform/slack/command-help.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { FeedbackVisibility } from './feedback.ts';
import { giveFeedbackButton } from './feedback-button.ts';
import type { FeedbackAbout } from './load-feedback-about.ts';
import type { NoForm } from './open-feedback-form.ts';
import { type Concerned, whoReadsIt } from './visibility-choice.ts';

export const feedbackHelp: CommandHelp[] = [
  {
    command: '/feedback',
    takes: '@name',
    does: 'says what you saw somebody do and what it caused.',
    example: '/feedback @ana',
    more: [
      'The form says who reads it before you type; who you are may stay between you and their manager.',
      'On any message, *Give feedback on this* in its menu takes the link with it.',
      'A coach marks words that say little to the person they are about. It never blocks or changes anything, and nothing leaves this bot.',
    ],
    topic: 'feedback',
    mostFor: ['employee'],
    button: giveFeedbackButton,
  },
  {
    command: '/feedback',
    does: 'shows what you are asked, got, gave and asked for. There you edit what you gave or take it back, until a review uses it.',
    example: '/feedback',
    topic: 'feedback',
  },
  {
    command: '/feedback',
    takes: 'ask',
    does: 'asks colleagues about you. They get one message, one reminder, and may decline.',
    example: '/feedback ask',
    topic: 'feedback',
  },
  {
    command: '/feedback',
    takes: 'ask @name',
    does: 'asks colleagues about somebody who reports to you.',
    example: '/feedback ask @ana',
    topic: 'feedback',
    isFor: ['manager'],
    mostFor: ['manager'],
  },
  {
    command: '/feedback',
    takes: 'about me',
    does: 'shows what your feedback comes to over time, with every quote. `/throughline export` sends you a copy, as a file.',
    example: '/feedback about me',
    topic: 'feedback',
  },
  {
    command: '/feedback',
    takes: 'about @name',
    does: 'shows the same of somebody who reports to you; `about team name`, of all of them on a team.',
    example: '/feedback about @ana',
    topic: 'feedback',
    isFor: ['manager'],
  },
];

export const UNCLEAR = unclear(feedbackHelp);

/** Never only a no: what they can do instead. */
export const whyNoForm: Record<NoForm['outcome'], string> = {
  oneself:
    'Feedback is about others. `/feedback ask` asks colleagues about you, `/feedback about me` shows what you got.',
  bot: 'That is a bot: it would not read it. Give feedback to the people behind it.',
  left: 'They left, so nobody would read it. A client win can still name them.',
  unknown: 'Nobody is known by that name here. Pick the name from the list that Slack offers after `@`.',
  gone: 'This is no longer there or it is not yours. `/feedback` shows what is.',
  frozen:
    'This stands in the evidence for a review and does not change any more. You can give new feedback: `/feedback @name`.',
  'not-open': 'You answered or declined this request before. `/feedback` shows what you gave, and lets you edit it.',
};

export function notTheirManager(whom: string): string {
  return `Only the manager of ${escapeMrkdwn(whom)} asks others about them. You can give feedback yourself: \`/feedback @name\`; or ask about you: \`/feedback ask\`.`;
}

export function whyNotAbout(about: Exclude<FeedbackAbout, { outcome: 'shown' }>): string {
  switch (about.outcome) {
    case 'not-allowed':
      return `Feedback about ${escapeMrkdwn(about.whom)} is read by ${about.isTeam ? 'those to whom its people report' : 'them and those to whom they report'}. You can give some: \`/feedback @name\`; or see your own: \`/feedback about me\`.`;
    case 'unknown-team':
      return `There is no team called "${escapeMrkdwn(about.name)}". For one person write \`/feedback about @name\`.`;
    case 'unknown-member':
      return 'Nothing is kept about them here. Bots and people who left have no feedback; pick the name from the list after `@`.';
  }
}

/** After it was saved. */
export function readsItNow({
  concerned,
  visibility,
}: {
  concerned: Concerned;
  visibility: FeedbackVisibility;
}): string {
  const reads = whoReadsIt(concerned, visibility).replace('the reason below', 'your reason');
  return `Saved. ${reads}\n\`/feedback\` shows it. You can edit it or take it back until a review uses it.`;
}
