import { z } from 'zod';

/** How a file that was dropped on the bot is to be read, as far as its owner has said. */
export interface FileReading {
  fileId: string;
  decimalMark?: '.' | ',' | undefined;
  encoding?: 'latin1' | undefined;
  /** Good rows are kept though others are bad. */
  isPartial?: boolean | undefined;
}

const schema = z.strictObject({
  fileId: z.string(),
  decimalMark: z.enum(['.', ',']).optional(),
  encoding: z.literal('latin1').optional(),
  isPartial: z.boolean().optional(),
});

/** What a button of ours carries. */
export function writeFileReading(reading: FileReading): string {
  return JSON.stringify(reading);
}

export function readFileReading(value: string | undefined): FileReading {
  return schema.parse(JSON.parse(value ?? ''));
}

const TABLES = /\.(csv|tsv|txt|xlsx?|ods)$/i;

/** Whether it may be meant as a table of values; what it really is shows when it is read. */
export function looksLikeTable(name: string): boolean {
  return TABLES.test(name);
}
