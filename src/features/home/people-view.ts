import type { KnownBlock } from '@slack/types';
import { context, header, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { planLine } from '../plans/standing-message.ts';
import { checkInWords } from '../progress/check-in-words.ts';
import type { Progress } from '../progress/load-progress.ts';

/** A line each: Home has room for a hundred blocks, and more people than these are looked at by team. */
const MOST_PEOPLE = 100;
const LINES_EACH = 8;

/** A manager's people at a glance; nothing for whoever manages nobody. */
export function peopleView(progress: Progress): KnownBlock[] {
  if (progress.outcome !== 'shown' || progress.heading !== 'people') return [];
  const { members } = progress;
  const lines = members.slice(0, MOST_PEOPLE).map(({ person, checkIns, plans }) => {
    const plan = planLine(plans) ?? 'no plan that holds now';
    const known = [...(checkIns ? [checkInWords(checkIns)] : []), plan];
    return `• *${cut(escapeMrkdwn(person.name), 40)}*: ${known.join('; ')}`;
  });
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_EACH) }, (_, at) =>
    lines.slice(at * LINES_EACH, (at + 1) * LINES_EACH),
  );
  const more = members.length - lines.length;
  return [
    header('Your people'),
    ...pages.map((page) => section(page.join('\n'))),
    context(
      `${more > 0 ? `…and ${more} more: \`/progress team name\`. ` : ''}One of them in full: \`/progress @name\`, \`/plan @name\`. They see the same of themselves, and that you looked.`,
    ),
  ];
}
