import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Permission } from '../../../src/features/governance/source.ts';
import { sourcesMessage } from '../../../src/features/governance/sources-message.ts';
import { offerMessage, outcomeMessage } from '../../../src/features/intake/dropped-file-message.ts';
import { correctionForm } from '../../../src/features/progress/correction-form.ts';
import { updateForm } from '../../../src/features/progress/update-form.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { measure, metric, value } from '../metrics/some-metric.ts';

// Whatever people typed and files hold, and however much it is, Slack takes what we say about it.

const on = '2026-03-26' as const;
const words = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), '👩‍👩‍👧‍👦 '.repeat(most / 12)),
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }),
  );
const amount = '-12345678901234567890.0123456789';
const runs = { numRuns: 60, endOnFailure: true };

it('the form for new numbers', () => {
  const trends = fc.array(words(100), { maxLength: 30, size: 'max' }).map((names) =>
    names.map((name, at) => ({
      metric: metric({ key: `${'k'.repeat(45)}_${at}`, name, meaning: name, unit: name.slice(0, 24) }),
      isAsked: true,
      values: at % 2 === 0 ? [value({ value: amount, unit: name.slice(0, 24) })] : [],
    })),
  );
  fc.assert(
    fc.property(trends, (asked) => {
      expect(checkView(updateForm({ trends: asked, today: on, latestOn: '2027-03-26' }))).toEqual([]);
    }),
    runs,
  );
});

it('the form for corrections', () => {
  const own = fc.record({
    id: fc.uuid(),
    metricKey: fc.constant('m'),
    name: words(100),
    on: fc.constant(on),
    value: fc.constantFrom(amount, null),
  });
  const values = fc.array(own, { minLength: 1, maxLength: 150, size: 'max' });
  fc.assert(
    fc.property(values, words(24), (several, unit) => {
      expect(checkView(correctionForm(several.map((one) => ({ ...measure({ unit }), ...one }))))).toEqual([]);
    }),
    runs,
  );
});

it('what is said of a dropped file', () => {
  const problem = fc.record({ at: fc.nat(), field: words(50), reason: words(400) });
  const file = fc.record({
    name: words(255),
    problems: fc.array(problem, { maxLength: 200, size: 'max' }),
    unusedColumns: fc.array(words(100), { maxLength: 200, size: 'max' }),
    inserted: fc.nat(2),
    isApplied: fc.boolean(),
  });
  fc.assert(
    fc.property(file, words(2000), ({ name, unusedColumns, problems, ...counts }, sentence) => {
      const recorded = { rows: 9, unchanged: 1, corrected: 0, refused: problems.length, problems, ...counts };
      const read = { outcome: 'read' as const, name, recorded, unusedColumns };
      const unreadable = { outcome: 'unreadable' as const, name, problem: `${sentence} UTF-8` };
      const reading = { fileId: 'F012345678901' };
      expect(checkMessage(offerMessage(read, reading))).toEqual([]);
      expect(checkMessage(offerMessage(unreadable, reading))).toEqual([]);
      expect(checkMessage(outcomeMessage(read))).toEqual([]);
    }),
    runs,
  );
});

it('what an administrator sees of sources', () => {
  const source = fc.record({
    key: fc.constant('k'.repeat(40)),
    name: words(200),
    maySend: fc.constant<Permission[]>(['observations', 'customer_voice']),
    createdAt: fc.constant(new Date(0)),
    tokenFrom: fc.option(fc.constant(new Date(0))),
    lastUsedAt: fc.option(fc.constant(new Date(0))),
    revokedAt: fc.option(fc.constant(new Date(0))),
  });
  fc.assert(
    fc.property(fc.array(source, { maxLength: 90, size: 'max' }), (sources) => {
      expect(checkMessage(sourcesMessage(sources))).toEqual([]);
    }),
    runs,
  );
});
