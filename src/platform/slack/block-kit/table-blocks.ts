import { z } from 'zod';
import { characters } from './composition-objects.ts';
import { richText } from './rich-text.ts';
import { block } from './text-blocks.ts';
import { textLengthOf } from './text-length.ts';

const TABLE_TEXT_LIMIT = 10_000;

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);
const row = z.array(cell).min(1).max(20);

function checkTextOfRows(table: { rows: unknown }, context: z.RefinementCtx): void {
  if (textLengthOf(table.rows) <= TABLE_TEXT_LIMIT) return;
  const message = `the text of all cells must be less than ${TABLE_TEXT_LIMIT + 1} characters`;
  context.addIssue({ code: 'custom', message, path: ['rows'] });
}

export const table = z
  .strictObject({
    type: z.literal('table'),
    rows: z.array(row).min(1).max(100),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
    ...block,
  })
  .superRefine(checkTextOfRows);

// Slack's pages name 101 and 201 rows; one header and at most 99 others is right under both.
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    caption: characters(3000),
    rows: z.array(row).min(2).max(100),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
    ...block,
  })
  .superRefine(checkTextOfRows)
  .superRefine((dataTable, context) => {
    for (const [index, heading] of (dataTable.rows[0] ?? []).entries()) {
      if (heading.type !== 'rich_text') continue;
      context.addIssue({ code: 'custom', message: 'unsupported type: rich_text', path: ['rows', 0, index, 'type'] });
    }
  });

const label = characters(20);
const point = z.strictObject({ label, value: z.number() });

const xyChart = {
  series: z
    .array(z.strictObject({ name: label, data: z.array(point).min(1).max(20) }))
    .min(1)
    .max(6),
  axis_config: z.strictObject({
    categories: z.array(label).min(1).max(20),
    x_label: characters(50).optional(),
    y_label: characters(50).optional(),
  }),
};

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  title: characters(50),
  chart: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(z.strictObject({ label, value: z.number().positive() }))
        .min(1)
        .max(6),
    }),
    z.strictObject({ type: z.literal('bar'), ...xyChart }),
    z.strictObject({ type: z.literal('area'), ...xyChart }),
    z.strictObject({ type: z.literal('line'), ...xyChart }),
  ]),
  ...block,
});
