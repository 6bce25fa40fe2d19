import { z } from 'zod';
import { action, characters, confirmable, dispatchable, focusable, placeholdable } from './composition-objects.ts';
import { richText } from './rich-text.ts';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  initial_date: z.string().regex(day, { error: 'must be a date in the form YYYY-MM-DD' }).optional(),
  ...action,
  ...confirmable,
  ...focusable,
  ...placeholdable,
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  initial_time: z.string().regex(timeOfDay, { error: 'must be a time in the form HH:mm' }).optional(),
  timezone: characters(255).optional(),
  ...action,
  ...confirmable,
  ...focusable,
  ...placeholdable,
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  // Seconds, not milliseconds: exactly ten digits.
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  ...action,
  ...confirmable,
  ...focusable,
});

const typed = { ...action, ...dispatchable, ...focusable, ...placeholdable };

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    ...typed,
  })
  .superRefine((input, context) => {
    const most = input.max_length ?? 3000;
    if ((input.min_length ?? 0) > most) {
      context.addIssue({ code: 'custom', message: `must be less than or equal to ${most}`, path: ['min_length'] });
    }
    if ((input.initial_value ?? '').length > most) {
      const message = `must be less than ${most + 1} characters`;
      context.addIssue({ code: 'custom', message, path: ['initial_value'] });
    }
  });

const numeral = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: 'must be a number written as a string' })
  .optional();

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: numeral,
    min_value: numeral,
    max_value: numeral,
    ...typed,
  })
  .superRefine((input, context) => {
    for (const key of ['initial_value', 'min_value', 'max_value'] as const) {
      if (!input.is_decimal_allowed && input[key]?.includes('.')) {
        context.addIssue({ code: 'custom', message: 'must be an integer', path: [key] });
      }
    }
    if (Number(input.min_value ?? -Infinity) > Number(input.max_value ?? Infinity)) {
      context.addIssue({ code: 'custom', message: 'must not be greater than max_value', path: ['min_value'] });
    }
  });

const lines = z.int().min(1).max(100).optional();

/** Elements that may stand in an input block and nowhere else. */
export const typedInputs = [
  plainTextInput,
  numberInput,
  z.strictObject({ type: z.literal('email_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    initial_value: richText.optional(),
    min_lines: lines,
    max_lines: lines,
    ...typed,
    action_id: characters(255),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    filetypes: z.array(z.string().min(1)).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
    ...action,
  }),
] as const;
