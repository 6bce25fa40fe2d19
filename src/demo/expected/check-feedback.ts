import type { DemoRecord } from '../demo-record.ts';
import { asked, type GivenFeedback, given } from '../story/feedback-given.ts';
import type { Finding } from './finding.ts';
import { mentionOf, missingFrom, readingOf } from './reading-of.ts';

export function checkFeedback(record: DemoRecord): Finding[] {
  const everywhere = [...record.standing, ...record.readings].map(({ text }) => text).join('\n');
  const drafts = given.flatMap(({ atFirst }) => atFirst ?? []);
  return [
    {
      what: 'feedback is read by those it was given to, with or without a name, and by nobody else',
      looked: given.length,
      problems: given.flatMap((one) => problemsOf(record, one)),
    },
    {
      what: 'what the coach marked and its author mended stands nowhere',
      looked: drafts.length,
      problems: drafts.filter((words) => everywhere.includes(words)).map((words) => `"${words}" is still read`),
    },
    {
      what: 'every request for feedback was answered, declined or waits, and who asked sees which',
      looked: asked.length,
      problems: asked.flatMap(({ by, whom, answer }) => {
        const states = readingOf(record, by, '/feedback').split('\n');
        const state = 'declined' in Object(answer) ? 'declined' : answer === 'open' ? 'no answer for you' : 'answered';
        const isThere = states.some((line) => line.startsWith(mentionOf(whom)) && line.includes(state));
        return isThere ? [] : [`${by} does not see that ${whom}: ${state}`];
      }),
    },
  ];
}

function problemsOf(record: DemoRecord, { from, about, manager, readers, did, whyNotThem }: GivenFeedback): string[] {
  const own = readingOf(record, about, '/feedback about me');
  const above = readingOf(record, manager, `/feedback about @${about}`);
  const others = record.readings.filter(({ handle }) => ![about, manager, from].includes(handle));
  const leaks = others
    .filter(({ text }) => text.includes(did))
    .map(({ handle }) => `${handle} reads what ${from} said`);
  const mayKnow = {
    shared: missingFrom(own, [did, mentionOf(from)], about),
    anonymous: [
      ...missingFrom(own, [did], about),
      ...(own.includes(mentionOf(from)) ? [`${about} learns that it was ${from}`] : []),
    ],
    'manager only': [
      ...missingFrom(own, [whyNotThem ?? ''], about),
      ...(own.includes(did) ? [`${about} reads what ${from} said`] : []),
    ],
  };
  return [...missingFrom(above, [did, mentionOf(from)], manager), ...mayKnow[readers], ...leaks];
}
