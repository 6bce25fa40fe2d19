import fc from 'fast-check';
import type { PacketVoice } from '../../../src/features/customer-voice/packet-voice.ts';
import { offeredScales } from '../../../src/features/customer-voice/score.ts';
import { sources, type Voice } from '../../../src/features/customer-voice/voice.ts';

type Words = (most: number) => fc.Arbitrary<string>;

const scores = fc.constantFrom(...offeredScales.map(({ scale }) => ({ ...scale, value: scale.to })));

/** Any voice that the forms and imports let through. */
export function anyVoice(words: Words): fc.Arbitrary<Voice> {
  return fc.record({
    id: fc.constant('01a20046-83f8-76d0-a5db-4632a3aa3b5f'),
    client: fc.option(words(150)),
    segment: fc.option(words(60)),
    source: fc.constantFrom(...sources),
    score: fc.option(scores),
    words: fc.option(words(2000)),
    mayQuote: fc.boolean(),
    saidOn: fc.constant('2026-03-26' as const),
    memberIds: fc.constantFrom(
      [],
      Array.from({ length: 10 }, (_, at) => `U${at}000000000`),
    ),
    metricKey: fc.option(words(60)),
    recordedById: fc.option(fc.constant('U1')),
  });
}

export function anyPacketVoice(words: Words): fc.Arbitrary<PacketVoice> {
  return anyVoice(words).map(({ client, words: said, mayQuote, saidOn: on }) => ({
    on,
    client,
    words: said,
    score: '9 of 10 (NPS)',
    source: 'survey',
    mayQuote,
  }));
}
