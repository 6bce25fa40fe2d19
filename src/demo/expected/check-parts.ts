import type { DemoRecord } from '../demo-record.ts';
import { allParts, byCommand, fromMessage, type Part } from '../story/parts.ts';
import { digestOf } from './digest-of.ts';
import type { Finding } from './finding.ts';
import { mentionOf, missingFrom } from './reading-of.ts';

/** Digests of the week in which the message was saved, of the teams of those who say that they had a part. */
const SAVED = { friday: '2026-02-20', channels: ['#support', '#product'] };

export function checkParts(record: DemoRecord): Finding[] {
  const told = record.standing
    .filter(({ to }) => to.startsWith('#'))
    .map(({ text, thread }) => [text, ...thread].join('\n'));
  const digests = SAVED.channels.map((channel) => digestOf(record, channel, SAVED.friday));
  return [
    {
      what: 'whoever was named in a win confirmed it, said it in their own words, or had no part',
      looked: allParts.length,
      problems: allParts.flatMap((part) => problemsOf(record, told, part)),
    },
    {
      what: 'a message saved as a win is told; a win for those involved only is in no channel',
      looked: 2,
      problems: [
        ...digests.flatMap((digest) =>
          missingFrom(digest?.text ?? '', [fromMessage.client], 'digest of the saved message'),
        ),
        ...told.filter((text) => text.includes(byCommand.client)).map(() => `${byCommand.client} is told in a channel`),
      ],
    },
  ];
}

function problemsOf({ standing }: DemoRecord, told: string[], { who, client, says }: Part): string[] {
  const asked = standing.find(({ to, text }) => to === who && text.includes(`in a win for ${client}`))?.text ?? '';
  if (typeof says === 'object') {
    const isTold = told.some((text) => text.includes(`${mentionOf(who)}`) && text.includes(says.inMyWords));
    return [...missingFrom(asked, [says.inMyWords], who), ...(isTold ? [] : [`${who}: their words are told nowhere`])];
  }
  if (says !== 'I had no part') return missingFrom(asked, ['You confirmed'], who);
  const thanked = told.flatMap((text) => text.split('\n').filter((line) => line.startsWith('Thank you')));
  const credited = thanked.some((line) => line.includes(mentionOf(who)) && line.includes(mentionOf(fromMessage.by)));
  return [
    ...missingFrom(asked, ['You said that you had no part'], who),
    ...(credited ? [`${who} is thanked all the same`] : []),
  ];
}
