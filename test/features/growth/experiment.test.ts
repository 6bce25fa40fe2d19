import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayCarryOn, stageOf } from '../../../src/features/growth/experiment.ts';
import { experimentForm, readExperimentForm } from '../../../src/features/growth/experiment-form.ts';
import { experimentsMessage } from '../../../src/features/growth/experiments-message.ts';
import { lessonsMessage, lessonsNoteMessage } from '../../../src/features/growth/lessons-message.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';

const bare = { proposal: null, startsOn: null, endsOn: null, finishedAt: null };
const dated = { ...bare, startsOn: '2026-03-02', endsOn: '2026-03-20' } as const;

describe('the stage of an experiment', () => {
  it.each([
    [bare, '2026-03-10', 'bottleneck'],
    [{ ...bare, proposal: 'Call them.' }, '2026-03-10', 'proposal'],
    [dated, '2026-03-01', 'planned'],
    [dated, '2026-03-02', 'running'],
    [dated, '2026-03-20', 'running'],
    [dated, '2026-03-21', 'over'],
    [{ ...dated, finishedAt: new Date(0) }, '2026-03-10', 'finished'],
  ] as const)('%o on %s is %s', (experiment, today, stage) => {
    expect(stageOf(experiment, today)).toBe(stage);
  });
});

it.each([
  [{ memberId: 'U1', teamKey: null }, true],
  [{ memberId: 'U2', teamKey: 'support' }, true],
  [{ memberId: 'U2', teamKey: 'onboarding' }, false],
  [{ memberId: 'U2', teamKey: null }, false],
])('%o may carry on what U1 of support named: %s', (who, may) => {
  expect(mayCarryOn({ memberId: 'U1', teamKey: 'support' }, who)).toBe(may);
});

it('nobody without a team carries on what somebody without a team named', () => {
  expect(mayCarryOn({ memberId: 'U1', teamKey: null }, { memberId: 'U2', teamKey: null })).toBe(false);
});

it('an experiment does not end before it starts', () => {
  const text = { typed: { value: 'words' } };
  const day = (selected_date: string) => ({ typed: { selected_date } });
  const read = readExperimentForm({
    private_metadata: JSON.stringify({ step: 'plan', id: 'x', remembered: {} }),
    state: {
      values: { hypothesis: text, change: text, startsOn: day('2026-03-02'), endsOn: day('2026-03-01') },
    } as never,
  });
  expect(read).toEqual({ ok: false, errors: { endsOn: 'Choose a day that is not before the start.' } });
});

const words = (most: number) =>
  fc.constantFrom(
    '&'.repeat(most),
    '<!channel>'.repeat(most / 10),
    'x'.repeat(most),
    '👩‍👩‍👧‍👦 '.repeat(most / 12),
    'short',
  );
const experiments = fc.array(
  fc.record({
    id: fc.uuid(),
    memberId: fc.constantFrom('U1', 'U2'),
    teamKey: fc.constantFrom('support', null),
    bottleneck: words(1000),
    proposal: fc.option(words(1000)),
    hypothesis: fc.option(words(1000)),
    change: fc.option(words(1000)),
    metricKey: fc.constant('first_reply_hours'),
    metricName: fc.option(words(75)),
    startsOn: fc.constantFrom(null, '2026-03-02' as const),
    endsOn: fc.constantFrom('2026-03-20' as const, '2026-04-20' as const),
    result: fc.constantFrom(null, 'worked' as const, 'did_not_work' as const),
    whatWasSeen: fc.option(words(1000)),
    lesson: fc.option(words(1000)),
    finishedAt: fc.constant(null),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

it('whatever people type, Slack takes it', () => {
  const reader = { memberId: 'U1', teamKey: 'support' };
  fc.assert(
    fc.property(experiments, words(200), (all, asked) => {
      const [first = null] = all;
      const shown = { experiments: all, reader, today: '2026-04-01' as const, ...(first && { withdrawn: first }) };
      expect(checkMessage(experimentsMessage(shown))).toEqual([]);
      expect(checkMessage(experimentsMessage({ ...shown, page: 1 }))).toEqual([]);
      expect(checkMessage(lessonsMessage({ words: asked, lessons: all, reader, page: 1 }))).toEqual([]);
      expect(checkMessage(lessonsMessage({ words: asked, lessons: all, reader }))).toEqual([]);
      expect(checkMessage(lessonsMessage({ words: asked, lessons: [], reader }))).toEqual([]);
      expect(checkMessage(lessonsNoteMessage('2026-03', all))).toEqual([]);
      const metrics = Array.from({ length: 120 }, (_, at) => ({ key: `m${at}`, name: `Metric ${at}` }));
      for (const step of ['name', 'plan', 'finish'] as const) {
        expect(checkView(experimentForm({ step, experiment: first, metrics }))).toEqual([]);
      }
    }),
    { numRuns: 50, endOnFailure: true },
  );
});
