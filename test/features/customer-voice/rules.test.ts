import { describe, expect, it } from 'vitest';
import { linkState } from '../../../src/features/customer-voice/form-link.ts';
import { quarterOf } from '../../../src/features/customer-voice/quarter.ts';
import { isOnScale, NPS, readableScore, readScale } from '../../../src/features/customer-voice/score.ts';
import { readTypedScore } from '../../../src/features/customer-voice/typed-voice.ts';
import { mayCorrectVoice, mayReadVoice, mayWithdrawVoice } from '../../../src/features/customer-voice/voice-rights.ts';
import { summariseScores } from '../../../src/features/customer-voice/voice-summary.ts';

describe('who reads what a customer said', () => {
  const managerOf = new Map<string, string | null>([
    ['boss', null],
    ['maya', 'boss'],
    ['bo', 'maya'],
    ['ana', 'maya'],
  ]);
  const everyone = [...managerOf.keys(), 'stranger'];
  const standing = (actorId: string, isHere = true) => ({
    actorId,
    isHere,
    isSponsor: actorId === 'stranger',
    isAdministrator: actorId === 'stranger',
    managerOf,
    owns: new Set<string>(),
    signed: new Map(),
  });
  const who = (may: (actor: string) => boolean) => everyone.filter(may);
  const voice = { mayQuote: false, memberIds: ['bo'], recordedById: null };

  it.each([
    ['concerns somebody', voice, ['boss', 'maya', 'bo']],
    ['was recorded by somebody else', { ...voice, recordedById: 'ana' }, ['boss', 'maya', 'bo', 'ana']],
    ['may be quoted', { ...voice, mayQuote: true }, everyone],
    ['concerns nobody in particular', { ...voice, memberIds: [] }, ['boss', 'maya']],
  ])('where it %s', (_what, one, readers) => {
    expect(who((actor) => mayReadVoice(standing(actor), one))).toEqual(readers);
  });

  it('nobody who left reads anything', () => {
    expect(who((actor) => mayReadVoice(standing(actor, false), { ...voice, mayQuote: true }))).toEqual([]);
  });

  it('what was recorded by hand is its recorder’s; what came from outside, nobody’s to correct', () => {
    expect(who((actor) => mayCorrectVoice(actor, { recordedById: 'ana' }))).toEqual(['ana']);
    expect(who((actor) => mayCorrectVoice(actor, { recordedById: null }))).toEqual([]);
  });

  it.each([
    ['its recorder', { memberIds: ['bo'], recordedById: 'ana' }, ['ana']],
    ['managers above those whom it concerns', { memberIds: ['bo'], recordedById: null }, ['boss', 'maya']],
    ['no manager whom it concerns', { memberIds: ['bo', 'maya'], recordedById: null }, ['boss']],
    ['those who manage people, where it concerns nobody', { memberIds: [], recordedById: null }, ['boss', 'maya']],
  ])('is taken back by %s', (_who, one, withdrawers) => {
    expect(who((actor) => mayWithdrawVoice(standing(actor), one))).toEqual(withdrawers);
  });
});

it.each([
  [{}, 'open'],
  [{ answeredAt: new Date(1), revokedAt: new Date(2) }, 'answered'],
  [{ revokedAt: new Date(1) }, 'revoked'],
  [{ expiresAt: new Date(10) }, 'expired'],
  [{ expiresAt: new Date(11) }, 'open'],
])('a link %o is %s', (with_, state) => {
  const link = { expiresAt: new Date(99), revokedAt: null, answeredAt: null, ...with_ };
  expect(linkState(link, new Date(10))).toBe(state);
});

it.each([
  ['nps', NPS],
  ['CSAT', { kind: 'csat', from: 1, to: 5 }],
  ['csat:1-7', { kind: 'csat', from: 1, to: 7 }],
  ['csat:5-1', undefined],
  ['csat:1-1000', undefined],
  ['ces', undefined],
])('%s is the scale %o', (text, scale) => {
  expect(readScale(text)).toEqual(scale);
});

it.each([
  [NPS, 10, true],
  [NPS, 9.5, false],
  [NPS, 11, false],
  [{ kind: 'csat', from: 1, to: 5 }, 4.25, true],
  [{ kind: 'csat', from: 1, to: 5 }, 4.255, false],
  [{ kind: 'csat', from: 1, to: 5 }, 0, false],
  [{ kind: 'csat', from: 1, to: 5 }, Number.NaN, false],
] as const)('on %o, %d: %s', (scale, value, isOn) => {
  expect(isOnScale(scale, value)).toBe(isOn);
});

it.each([
  [null, undefined, { ok: true, score: null }],
  ['9', 'nps', { ok: true, score: { ...NPS, value: 9 } }],
  ['good', 'csat:0-1', { ok: true, score: { kind: 'csat', from: 0, to: 1, value: 1 } }],
  ['9', undefined, { ok: false, problem: expect.stringContaining('Choose the scale') }],
  [null, 'nps', { ok: false, problem: expect.stringContaining('Write the score') }],
  ['11', 'nps', { ok: false, problem: 'Write a whole number from 0 to 10.' }],
  ['-1', 'nps', { ok: false, problem: expect.any(String) }],
  ['nine', 'nps', { ok: false, problem: expect.any(String) }],
])('typed %s on %s', (typed, scale, read) => {
  expect(readTypedScore(typed, scale)).toEqual(read);
});

it.each([
  [{ ...NPS, value: 9 }, '9 of 10 (NPS)'],
  [{ kind: 'csat', from: 1, to: 5, value: 4 }, '4 of 5 (CSAT)'],
  [{ kind: 'csat', from: 0, to: 1, value: 0 }, 'bad'],
  [{ kind: 'csat', from: 20, to: 100, value: 60 }, '60 on 20 to 100 (CSAT)'],
] as const)('%o reads %s', (score, words) => {
  expect(readableScore(score)).toBe(words);
});

it.each([
  ['2026-03-31', 0, { name: 'Q1 2026', from: '2026-01-01', to: '2026-03-31' }],
  ['2026-01-01', 1, { name: 'Q4 2025', from: '2025-10-01', to: '2025-12-31' }],
  ['2028-02-29', 0, { name: 'Q1 2028', from: '2028-01-01', to: '2028-03-31' }],
] as const)('%s, %d before, lies in %o', (day, before, quarter) => {
  expect(quarterOf(day, before)).toEqual(quarter);
});

it('scores on different scales are never put together, and segments are told apart', () => {
  const csat5 = { kind: 'csat', from: 1, to: 5 } as const;
  const csat7 = { kind: 'csat', from: 1, to: 7 } as const;
  const summaries = summariseScores([
    { segment: 'gold', scale: csat5, value: 5, count: 6 },
    { segment: null, scale: csat5, value: 1, count: 4 },
    { segment: 'gold', scale: csat7, value: 5, count: 9 },
    { segment: 'gold', scale: NPS, value: 9, count: 2 },
    { segment: 'iron', scale: NPS, value: 0, count: 7 },
  ]);
  expect(summaries.map(({ scale, all }) => [scale, all.n, all.figure?.value])).toEqual([
    [NPS, 9, -5 / 9],
    [csat5, 10, 0.6],
    [csat7, 9, 0],
  ]);
  expect(summaries[0]?.segments.map(({ segment, satisfaction }) => [segment, satisfaction.n])).toEqual([
    ['iron', 7],
    ['gold', 2],
  ]);
  expect(summaries[0]?.segments[1]?.satisfaction.figure).toBeNull();
});
