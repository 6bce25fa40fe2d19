import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerPage } from '../../../src/features/customer-voice/answer-page.ts';
import { linkForm } from '../../../src/features/customer-voice/link-form.ts';
import { linkView } from '../../../src/features/customer-voice/link-view.ts';
import { linksMessage } from '../../../src/features/customer-voice/links-message.ts';
import { thanksPage } from '../../../src/features/customer-voice/notice-page.ts';
import { quarterOf } from '../../../src/features/customer-voice/quarter.ts';
import { NPS, offeredScales } from '../../../src/features/customer-voice/score.ts';
import { voiceForm } from '../../../src/features/customer-voice/voice-form.ts';
import { summariseScores } from '../../../src/features/customer-voice/voice-summary.ts';
import { voicesMessage } from '../../../src/features/customer-voice/voices-message.ts';
import { withdrawVoiceForm } from '../../../src/features/customer-voice/withdraw-voice-form.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { mrkdwnIn, richTextIn } from '../../platform/slack/mrkdwn-in.ts';
import { anyVoice } from './some-voice.ts';

const hostile = [
  '<!channel>',
  '<@U1>',
  '<https://evil.example|Click>',
  '*bold* _it_ `code` ~no~',
  '<script>alert(1)</script>',
  `" onfocus=alert(1) autofocus x="`,
  "'><img src=x onerror=alert(1)>",
  '&lt;!here&gt;',
];
const words = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(...hostile, '&'.repeat(most), '<!channel>'.repeat(most / 10), 'x'.repeat(most)),
      fc.string({ maxLength: most, unit: 'grapheme' }),
    )
    .map((text) => text.slice(0, most).trim() || 'x');
const runs = { numRuns: 80, endOnFailure: true };
const metrics = Array.from({ length: 120 }, (_, at) => ({ key: `metric_${at}`, name: 'm'.repeat(100) }));
const link = (client: string) => ({
  id: '01a20046-83f8-76d0-a5db-4632a3aa3b5f',
  client,
  segment: null,
  scale: NPS,
  memberIds: [],
  metricKey: null,
  createdById: 'U1',
  createdAt: new Date(0),
  expiresAt: new Date(1000),
  revokedAt: null,
  answeredAt: null,
});

it('whatever customers said and however many, Slack takes the message and nothing in it mentions or links', () => {
  const segments = fc.array(fc.tuple(words(60), fc.integer({ min: 0, max: 10 })), { maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(fc.array(anyVoice(words), { maxLength: 5, size: 'max' }), segments, (voices, scored) => {
      const counts = offeredScales.flatMap(({ scale }) =>
        scored.map(([segment, value]) => ({ segment, scale, value: Math.min(value, scale.to), count: 3 })),
      );
      const message = voicesMessage({
        periods: [{ quarter: quarterOf('2026-03-26'), scales: summariseScores(counts) }],
        shown: voices.map((voice) => ({ voice, metricName: voice.metricKey, mayCorrect: true, mayWithdraw: true })),
        hidden: 3,
        page: 1,
        pages: 3,
      });
      expect(checkMessage(message)).toEqual([]);
      // The only marks of ours are the names of members.
      expect(
        mrkdwnIn(message.blocks)
          .join('\n')
          .replaceAll(/<@U\d+>/g, ''),
      ).not.toMatch(/<[^>]*>/);
      for (const { client, words: said } of voices) {
        const whole = richTextIn(message.blocks).join('\n');
        if (client !== null) expect(whole).toContain(client);
        if (said !== null) expect(whole).toContain(said.slice(0, 1000));
      }
    }),
    runs,
  );
});

it('forms and lists of links fit, whatever they are filled with', () => {
  fc.assert(
    fc.property(anyVoice(words), words(150), (voice, client) => {
      expect(checkView(voiceForm({ today: '2026-03-26', metrics, voice }))).toEqual([]);
      const ten = Array.from({ length: 10 }, (_, at) => ({
        ...link(client),
        id: `${link(client).id.slice(0, -2)}${at + 10}`,
      }));
      expect(checkMessage(linksMessage(ten, new Date(0), 'Revoked.'))).toEqual([]);
      expect(checkView(linkView(link(client), 'https://voice.example.com/form/x', false))).toEqual([]);
    }),
    runs,
  );
  expect(checkView(voiceForm({ today: '2026-03-26', metrics: [] }))).toEqual([]);
  expect(checkView(linkForm(metrics))).toEqual([]);
  expect(checkView(withdrawVoiceForm(link('x').id))).toEqual([]);
});

it('nothing that is typed, and no name of a company, becomes markup of the page', () => {
  fc.assert(
    fc.property(words(150), words(2000), words(20), (company, said, score) => {
      for (const { scale } of offeredScales) {
        const refused = { typed: { words: said, score, mayQuote: true }, errors: { score: 'Choose.', words: said } };
        const { markup } = answerPage({ company, scale, refused });
        const plain = answerPage({
          company: 'x',
          scale,
          refused: { typed: { words: 'x', score: 'x', mayQuote: true }, errors: { score: 'Choose.', words: 'x' } },
        }).markup;
        const tags = (text: string) =>
          text
            .replace(/ checked/g, '')
            .match(/<[^>]*>/g)
            ?.map((tag) => tag.replace(/\s+/g, ' '));
        expect(tags(markup)).toEqual(tags(plain));
      }
      expect(thanksPage(company, true).markup).not.toContain('<script');
    }),
    runs,
  );
});
