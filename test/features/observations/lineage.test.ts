import { describe, expect, it } from 'vitest';
import { lineageOf, type Observed } from '../../../src/features/observations/lineage.ts';
import { lineageLines, readableCounted } from '../../../src/features/observations/readable-lineage.ts';
import { metric, value } from '../metrics/some-metric.ts';

const observed = (id: string, differences: Partial<Observed> = {}): Observed => ({
  ...value({ on: '2026-03-26' }),
  id,
  dimensions: {},
  recordedById: 'UANA',
  recordedAt: new Date('2026-03-26T09:00:00Z'),
  note: null,
  evidenceUrl: null,
  reason: null,
  withdrawn: null,
  supersedesId: null,
  verdict: null,
  challenges: [],
  ...differences,
});

const telling = {
  person: (id: string) => id,
  instant: (at: Date) => at.toISOString().slice(0, 10),
  words: (text: string) => text,
};

function told(values: Observed[], day?: '2026-03-26' | '2026-05-01') {
  const lineage = lineageOf(values, { memberId: 'UANA', metric: metric({ version: 1 }), day });
  return lineage && { counted: readableCounted(lineage, telling), lines: lineageLines(lineage, telling) };
}

describe('the way back from a number', () => {
  it('goes through every correction to the first value, with who, when, why and the evidence', () => {
    const first = observed('1', { value: '5', note: 'by hand', evidenceUrl: 'https://desk.example/1' });
    const second = observed('2', { value: '4', supersedesId: '1', recordedById: 'UMAYA', reason: 'typed wrong' });
    const third = observed('3', { value: '4.5', supersedesId: '2', recordedById: 'UBO', reason: 'counted again' });
    expect(told([first, second, third])).toEqual({
      counted: '23 to 29 Mar 2026: 4.5 hours, one value',
      lines: [
        [
          '4.5 hours for Thu 26 Mar 2026, by UBO (check-in), 2026-03-26; why: counted again',
          'in place of 4 hours for Thu 26 Mar 2026, by UMAYA (check-in), 2026-03-26; why: typed wrong',
          'in place of 5 hours for Thu 26 Mar 2026, by UANA (check-in), 2026-03-26; note: by hand; evidence: https://desk.example/1',
        ],
      ],
    });
  });

  it('names the system that sent a value, and the person who brought a file', () => {
    const sent = observed('1', { source: 'helpdesk', recordedById: 'helpdesk' });
    expect(told([sent])?.lines).toEqual([['4.2 hours for Thu 26 Mar 2026, by source helpdesk, 2026-03-26']]);
    const brought = observed('1', { source: 'file', recordedById: 'UMAYA' });
    expect(told([brought])?.lines).toEqual([['4.2 hours for Thu 26 Mar 2026, by UMAYA (a file), 2026-03-26']]);
  });

  it('says how a period was put together, and what of it does not count and why', () => {
    const sum = { aggregation: 'sum' as const, frequency: 'month' as const };
    const values = [
      observed('1', { ...sum, on: '2026-03-05', value: '1' }),
      observed('2', { ...sum, on: '2026-03-12', value: '2' }),
      observed('3', {
        ...sum,
        on: '2026-03-19',
        value: '9',
        state: 'withdrawn',
        withdrawn: { byId: 'UBO', at: new Date(0), reason: 'a test' },
      }),
      observed('4', { ...sum, on: '2026-03-20', value: '9', needsVerification: true }),
      observed('5', { ...sum, on: '2026-03-21', value: null }),
      observed('6', { ...sum, on: '2026-03-22', value: '3', dimensions: { tier: 'gold' } }),
      observed('7', { ...sum, on: '2026-04-02', value: '7' }),
    ];
    const march = told(values, '2026-03-26');
    expect(march?.counted).toBe('Mar 2026: 3 hours, the sum of 2 values');
    expect(march?.lines.flat().map((line) => line.split('2026-03-26')[1])).toEqual([
      '',
      '',
      '; withdrawn by UBO, 1970-01-01: a test',
      '; does not count: waits for its data owner to verify it',
      '',
      '; a part, beside the whole',
    ]);
    expect(told(values)?.counted).toBe('Apr 2026: 7 hours, one value');
    expect(told(values, '2026-05-01')).toEqual({ counted: '27 Apr to 3 May 2026: nothing that counts', lines: [] });
  });

  it('leaves a period open in which sources differ, and says so of each', () => {
    const twice = told([observed('1', { value: '5' }), observed('2', { value: '6', source: 'desk' })]);
    expect(twice?.counted).toBe('23 to 29 Mar 2026: nothing that counts');
    for (const line of twice?.lines.flat() ?? []) expect(line).toContain('does not count: two sources differ');
  });

  it('counts work once that several sources tell alike, and says which does not count', () => {
    const twice = told([observed('1', { value: '6' }), observed('2', { value: '6', source: 'desk' })]);
    expect(twice?.counted).toBe('23 to 29 Mar 2026: 6 hours, one value');
    expect(twice?.lines.flat().map((line) => line.includes('does not count'))).toEqual([true, false]);
  });

  it('tells what was said of a value, by whom and why', () => {
    const at = new Date('2026-04-01T09:00:00Z');
    const challenge = {
      id: '1',
      byId: 'UBO',
      at,
      reason: 'two are missing',
      evidenceUrl: 'https://desk.example/2',
      evidenceFile: { id: 'F1', name: 'desk.csv', bytes: 12_001 },
      answer: null,
    };
    const verified = observed('1', { state: 'verified', verdict: { byId: 'UMAYA', at, reason: null } });
    expect(told([verified])?.lines.flat()[0]).toMatch(/; verified by UMAYA, 2026-04-01$/);
    const open = told([observed('1', { state: 'challenged', challenges: [challenge] })]);
    expect(open?.lines.flat()[0]).toMatch(
      /challenged by UBO, 2026-04-01: two are missing, evidence: https:..desk.example.2, file: desk\.csv \(13 KB\), not answered yet$/,
    );
    expect(open?.counted).toContain('nothing that counts');
    const answer = { outcome: 'upheld' as const, byId: 'UMAYA', reason: 'counted again' };
    const upheld = told([observed('1', { challenges: [{ ...challenge, answer }] })]);
    expect(upheld?.lines.flat()[0]).toMatch(/, upheld by UMAYA \(counted again\)$/);
    expect(upheld?.counted).toContain('4.2 hours, one value');
  });

  it('marks an earlier definition', () => {
    const lineage = lineageOf([observed('1')], { memberId: 'UANA', metric: metric({ version: 2 }), day: undefined });
    if (!lineage) throw new Error('There is a value.');
    expect(readableCounted(lineage, telling)).toBe(
      '23 to 29 Mar 2026: 4.2 hours, one value, by version 1 of the definition',
    );
    expect(lineageLines(lineage, telling).flat()[0]).toContain('; version 1 of the definition');
  });

  it('is nothing where nothing was observed', () => {
    expect(told([])).toBeUndefined();
  });
});
