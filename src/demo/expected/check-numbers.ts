import type { DemoRecord } from '../demo-record.ts';
import { challenge, verified } from '../story/doubts.ts';
import { lastSaid } from './check-answers.ts';
import type { Finding } from './finding.ts';
import { missingFrom, readingOf } from './reading-of.ts';

export function checkNumbers(record: DemoRecord): Finding[] {
  const { by, answeredBy, readable, wrong, why } = challenge;
  const told = record.standing.filter(({ to }) => to === by).map(({ text }) => text);
  const answered = told.find((text) => text.includes('A challenge is answered')) ?? '';
  const asked = record.standing.find(({ to, text }) => to === answeredBy && text.includes(wrong))?.text ?? '';
  const values = lastSaid(record.said).flatMap(({ answer }) =>
    answer.values.filter(({ metric, typed }) => metric.name === verified.metric && typed !== null),
  );
  const unverified = [...record.standing, ...record.readings].filter(({ text }) =>
    text.includes('waits for its data owner to verify it'),
  );
  return [
    {
      what: 'a challenged number was put right by whoever answers for it, and both know why',
      looked: 1,
      problems: [
        ...missingFrom(asked, ['it is answered'], answeredBy),
        ...missingFrom(answered, [readable, why], by),
        ...missingFrom(readingOf(record, by, '/progress'), [readable], `progress of ${by}`),
      ],
    },
    {
      what: 'numbers that need it were verified by their data owner, and count',
      looked: values.length,
      problems: unverified.map((one) => `${'to' in one ? one.to : one.handle} reads of one that waits`),
    },
  ];
}
