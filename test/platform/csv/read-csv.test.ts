import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../src/platform/csv/decode-text.ts';
import { type CsvRow, readCsv } from '../../../src/platform/csv/read-csv.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(file: string | Uint8Array, encoding?: Encoding, size = 7): Promise<CsvRow[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const rows: CsvRow[] = [];
  for await (const row of readCsv(inPieces(bytes, size), encoding ? { encoding } : {})) rows.push(row);
  return rows;
}

const cells = async (file: string | Uint8Array, encoding?: Encoding) =>
  (await read(file, encoding)).map(({ line, cells }) => [line, ...Object.values(cells)]);

const utf16 = (text: string, mark: number[], swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes]);
};

describe('understands', () => {
  it.each<[string, string | Uint8Array, Encoding | undefined, unknown[]]>([
    [
      'commas',
      'a,b\n1,2\n3,4\n',
      undefined,
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['semicolons', 'a;b\n1,5;2\n', undefined, [[2, '1,5', '2']]],
    ['tabs', 'a\tb\n1\t2', undefined, [[2, '1', '2']]],
    ['bars', 'a|b\n1|2', undefined, [[2, '1', '2']]],
    ['a mark at the beginning', '\ufeffa,b\n1,2\n', undefined, [[2, '1', '2']]],
    ['a mark, though another encoding was said', Buffer.from('\ufeffa,b\n1,é\n'), 'latin1', [[2, '1', 'é']]],
    [
      'lines that end in CRLF',
      'a,b\r\n1,2\r\n3,4\r\n',
      undefined,
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'lines that end in CR',
      'a,b\r1,2\r3,4',
      undefined,
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['quotes with the separator and quotes', 'a,b\n"1,""x""",2\n', undefined, [[2, '1,"x"', '2']]],
    [
      'quotes with line breaks',
      'a,b\n"x\ny\nz",2\n3,4\n',
      undefined,
      [
        [2, 'x\ny\nz', '2'],
        [5, '3', '4'],
      ],
    ],
    ['a header in quotes with a separator in it', '"a,1";b;c\n1;2;3', undefined, [[2, '1', '2', '3']]],
    [
      'empty lines',
      'a,b\n\n1,2\n\n\n3,4\n\n',
      undefined,
      [
        [3, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    ['what Excel says of separators', 'sep=;\r\na;b\r\n1;2\r\n', undefined, [[3, '1', '2']]],
    ['Latin-1 that is declared', Buffer.from('a,b\nM\xfcller,2 \x80\n', 'latin1'), 'latin1', [[2, 'Müller', '2 €']]],
    ['UTF-8 cut anywhere', 'a,b\nMüller 👩‍👩‍👧,2\n', undefined, [[2, 'Müller 👩‍👩‍👧', '2']]],
    ['UTF-16 as Excel writes it', utf16('a\tb\né\t2\n', [0xff, 0xfe], false), undefined, [[2, 'é', '2']]],
    ['UTF-16 the other way round', utf16('a\tb\né\t2\n', [0xfe, 0xff], true), undefined, [[2, 'é', '2']]],
    ['cells of nothing', 'a,b\n,\n', undefined, [[2, '', '']]],
    ['a header alone', 'a,b', undefined, []],
  ])('%s', async (_what, file, encoding, rows) => {
    expect(await cells(file, encoding)).toEqual(rows);
  });

  it('names in the header as people write them', async () => {
    const [row] = await read('Metric, Evidence URL ,product-line,\n1,2,3,4\n');
    expect(row).toEqual({ line: 2, cells: { metric: '1', evidence_url: '2', product_line: '3' } });
  });
});

it('tells of rows that have more cells than the header, or fewer', async () => {
  const rows = await read('a,b\n1\n1,2\n1,2,3\n');
  expect(rows.map(({ line, problem }) => [line, problem?.slice(0, 14)])).toEqual([
    [2, 'It has 1 cells'],
    [3, undefined],
    [4, 'It has 3 cells'],
  ]);
});

it('a name that comes twice can be numbered, and never takes the place of another', async () => {
  const file = Buffer.from('Other,x,Other,,other_2,OTHER,\n1,2,3,4,5,6,7\n');
  const rows: CsvRow[] = [];
  for await (const row of readCsv(inPieces(file, 7), { repeated: 'numbered' })) rows.push(row);
  expect(rows[0]?.cells).toEqual({ other: '1', x: '2', other_3: '3', other_2: '5', other_4: '6' });
});

describe('refuses in plain words', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /The file is empty/],
    ['blank lines', '\n\n  \n', /The file is empty/],
    ['one column', 'a\n1\n', /one column only/],
    ['Latin-1 that is not declared', Buffer.from('a,b\nx,y\nM\xfcller,2\n', 'latin1'), /^Line 3 holds bytes .*Latin-1/],
    ['a cut character at the end', Buffer.from('a,b\n1,é').subarray(0, -1), /not UTF-8/],
    ['an Excel workbook', Buffer.from('504b03041400', 'hex'), /Excel workbook.*CSV UTF-8/],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b1', 'hex'), /old Excel/],
    ['a PDF', '%PDF-1.7 a,b', /PDF/],
    ['a packed file', Buffer.from('1f8b0800', 'hex'), /gzip/],
    ['what is no text', 'a,b\n1,\0\n', /not text/],
    ['a quote that is never closed', 'a,b\n"1,2\n3,4\n', /never closed/],
    ['a quote within a cell', 'a,b\n1"x",2\n', /Line 2 has a quote/],
    ['words after a quoted cell', 'a,b\n"1"x,2\n', /Line 2 has a quote/],
    ['a column twice', 'a,A\n1,2\n', /"a" twice/],
    ['very many columns', `${'a,'.repeat(300)}\n`, /more than 200 columns|twice/],
    ['a row without end', `a,b\n"${'x'.repeat(200_000)}`, /longer than 100000/],
  ])('%s', async (_what, file, words) => {
    await expect(read(file, undefined, 5000)).rejects.toThrow(words);
  });
});

it('what was written comes back, whatever the cells hold and however the bytes arrive', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll(/[\0\ufeff]/g, ''));
  const table = fc.array(fc.tuple(cell, cell), { maxLength: 5 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const file = ['a;b', ...rows.map((row) => row.map(quoted).join(';'))].join('\r\n');
      const seen = await read(file, undefined, size);
      expect(seen.map(({ cells }) => [cells['a'], cells['b']])).toEqual(rows);
    }),
  );
});
