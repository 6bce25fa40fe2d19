import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definitionForm } from '../../../src/features/metrics/definition-form.ts';
import { definitionMessage, metricsMessage } from '../../../src/features/metrics/definition-message.ts';
import { definitionSavedView } from '../../../src/features/metrics/definition-saved-view.ts';
import { impactRowForm } from '../../../src/features/metrics/impact-row-form.ts';
import { roleMapMessage, rolesMessage } from '../../../src/features/metrics/role-maps-message.ts';
import { lineageOf, type Observed } from '../../../src/features/observations/lineage.ts';
import { lineageView } from '../../../src/features/observations/lineage-view.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { metric, value } from './some-metric.ts';

const words = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), 'x'.repeat(most), '<!channel>'.repeat(Math.floor(most / 10)).padEnd(1, 'x')),
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }).map((text) => text.slice(0, most).trim() || 'x'),
  );

const metrics = fc.record({ name: words(75), meaning: words(500), unit: words(24), source: words(75) }).map((texts) =>
  metric({
    ...texts,
    lens: 'internal_process',
    dimensions: ['segment', 'tier', 'product_line', 'region'],
    dataOwnerId: 'U012ABCDEF',
    tolerancePercent: '12.3456789',
    isSpeed: true,
    counterMetricKey: 'k'.repeat(60),
    leadsToKey: 'k'.repeat(60),
    needsVerification: true,
    isSalesTarget: true,
  }),
);
const runs = { numRuns: 40, endOnFailure: true };

it('the list, a definition with a long history, its form and what is said after a change', () => {
  fc.assert(
    fc.property(metrics, metrics, words(300), (now, before, changeReason) => {
      const many = Array.from({ length: 130 }, (_, at) => ({ ...now, key: `${'k'.repeat(56)}_${at}` }));
      for (const page of [0, 4, 99]) expect(checkMessage(metricsMessage(many, page))).toEqual([]);
      const versions = Array.from({ length: 60 }, (_, at) => ({
        metric: { ...(at % 2 === 0 ? now : before), version: 60 - at },
        definedById: at % 2 === 0 ? 'U012ABCDEF' : null,
        definedAt: new Date(0),
        changeReason,
      }));
      const shown = {
        versions,
        isRetired: false,
        readerId: 'U1',
        mayChange: true,
        names: new Map([['k'.repeat(60), now.name]]),
      };
      expect(checkMessage(definitionMessage(shown))).toEqual([]);
      expect(checkView(definitionForm(now, [now, ...many]))).toEqual([]);
      expect(checkView(definitionForm(now, [now]))).toEqual([]);
      expect(checkView(definitionSavedView(before, now))).toEqual([]);
    }),
    runs,
  );
});

it('impact maps and the form of a row', () => {
  const rows = fc.array(
    fc
      .record({ activity: words(150), whyItMatters: words(500), metricName: words(75) })
      .map(({ metricName, ...row }) => ({
        ...row,
        outcome: 'time_to_value' as const,
        metricKeys: ['k'.repeat(60)],
        metricNames: Array.from({ length: 5 }, () => metricName),
      })),
    { maxLength: 8, size: 'max' },
  );
  fc.assert(
    fc.property(rows, words(75), metrics, (list, roleName, one) => {
      const map = { roleKey: 'k'.repeat(60), roleName, rows: list };
      for (const mayChange of [true, false]) expect(checkMessage(roleMapMessage(map, mayChange))).toEqual([]);
      expect(
        checkMessage(
          rolesMessage(
            Array.from({ length: 90 }, () => map),
            roleName,
          ),
        ),
      ).toEqual([]);
      const offered = Array.from({ length: 130 }, (_, at) => ({ ...one, key: `metric_${at}` }));
      expect(checkView(impactRowForm(map, offered, list.length > 0 ? 0 : null))).toEqual([]);
    }),
    runs,
  );
});

it('the way back from a number, however many values and corrections it has', () => {
  const observed = fc
    .record({ note: words(2000), reason: words(300), evidenceUrl: words(500), count: fc.integer({ min: 1, max: 90 }) })
    .map(({ count, ...texts }) =>
      Array.from(
        { length: count },
        (_, at): Observed => ({
          ...value({ on: '2026-03-26', source: 's'.repeat(60) }),
          ...texts,
          id: `${at}`,
          dimensions: at % 2 === 0 ? {} : { tier: 'gold', region: 'north' },
          recordedById: 'U012ABCDEF',
          recordedAt: new Date(0),
          withdrawn: at % 3 === 0 ? { byId: 'U012ABCDEF', at: new Date(0), reason: texts.reason } : null,
          supersedesId: at % 5 === 4 ? `${at - 1}` : null,
          verdict: null,
          challenges: Array.from({ length: 2 }, () => ({
            ...{ id: crypto.randomUUID(), byId: 'U1', at: new Date(0), reason: texts.reason, evidenceUrl: null },
            evidenceFile: { id: 'F1', name: texts.note || 'x', bytes: 5 },
            answer: null,
          })),
        }),
      ),
    );
  fc.assert(
    fc.property(observed, metrics, (values, one) => {
      const asked = { memberId: 'U012ABCDEF', metricKey: one.key, day: null };
      const lineage = lineageOf(values, { memberId: 'U012ABCDEF', metric: one, day: undefined });
      if (!lineage) throw new Error('There are values.');
      const offered = Array.from({ length: 130 }, (_, at) => ({ ...one, key: at === 0 ? one.key : `metric_${at}` }));
      expect(checkView(lineageView(asked, offered, { outcome: 'lineage', lineage }))).toEqual([]);
      for (const outcome of ['not-allowed', 'no-metric'] as const) {
        expect(checkView(lineageView({ ...asked, metricKey: null }, [], { outcome }))).toEqual([]);
      }
    }),
    runs,
  );
});
