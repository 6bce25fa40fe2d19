import { expect, it } from 'vitest';
import { readableEvidenceFile, storedEvidenceFile } from '../../../src/features/observations/evidence-file.ts';

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [12_001, '13 KB'],
  [999_000, '999 KB'],
  [999_001, '1 MB'],
  [1_000_001, '1.1 MB'],
  [10_000_000, '10 MB'],
])('%s bytes read %s', (bytes, readable) => {
  expect(readableEvidenceFile({ name: 'a.csv', bytes })).toBe(`a.csv (${readable})`);
});

it('a challenge without a file has none', () => {
  const row = { evidenceFileId: 'F1', evidenceFileName: 'a.csv', evidenceFileBytes: 3 };
  expect(storedEvidenceFile(row)).toEqual({ id: 'F1', name: 'a.csv', bytes: 3 });
  expect(storedEvidenceFile({ ...row, evidenceFileId: null })).toBeNull();
});
