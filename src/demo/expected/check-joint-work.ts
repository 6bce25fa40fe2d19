import type { DemoRecord } from '../demo-record.ts';
import { initiative, openWait, wait } from '../story/joint-work.ts';
import { digestOf, fridayOf } from './digest-of.ts';
import type { Finding } from './finding.ts';
import { missingFrom, readingOf } from './reading-of.ts';

const OF_INITIATIVE = ['#onboarding', '#product', '#education'];
const OF_WAIT = ['#onboarding', '#product'];

/** What moved between teams, in the digests of all whom it concerns, in the week in which it moved. */
const moves = [
  { on: '2026-01-27', channels: OF_INITIATIVE, words: initiative.outcome },
  { on: '2026-02-25', channels: OF_INITIATIVE, words: initiative.milestones[0].text },
  { on: '2026-03-10', channels: OF_WAIT, words: wait.what },
  { on: '2026-03-25', channels: OF_WAIT, words: wait.delivered },
];

export function checkJointWork(record: DemoRecord): Finding {
  const untold = moves.flatMap(({ on, channels, words }) =>
    channels.flatMap((channel) =>
      missingFrom(digestOf(record, channel, fridayOf(on))?.text ?? '', [words], `${channel}, ${on}`),
    ),
  );
  const initiatives = readingOf(record, 'sofia', '/throughline initiatives');
  const waits = readingOf(record, 'jonas', '/throughline waiting');
  const parts = initiative.parts.map(({ brings }) => brings);
  const milestones = initiative.milestones.map(({ text }) => text);
  return {
    what: 'what moves between teams is in the digests of all concerned, and listed',
    looked: moves.length,
    problems: [
      ...untold,
      ...missingFrom(initiatives, [initiative.name, ...parts, ...milestones], 'initiatives'),
      ...missingFrom(waits, [wait.delivered, openWait.what], 'waits'),
    ],
  };
}
