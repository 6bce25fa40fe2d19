import { z } from 'zod';

// Lengths are counted in UTF-16 units. Slack does not say what it counts; no way of counting characters gives more, so
// what passes here passes there.

export function characters(max: number) {
  return z.string().min(1).max(max);
}

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: characters(max), emoji: z.boolean().optional() });
}

export function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: characters(max), verbatim: z.boolean().optional() });
}

export function textObject(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const httpsUrl = z
  .string()
  .max(3000)
  .regex(/^https:\/\/./, { error: 'must be an https URL' });

// The option reference allows a value of 150 characters, the official types say 75. The smaller one is safe with both.
const OPTION_VALUE_LIMIT = 75;

/** An option of a select menu. Formatting is for checkboxes and radio buttons only. */
export const plainOption = z.strictObject({
  text: plainText(75),
  value: characters(OPTION_VALUE_LIMIT),
  description: plainText(75).optional(),
});

export const formattedOption = z.strictObject({
  text: textObject(75),
  value: characters(OPTION_VALUE_LIMIT),
  description: textObject(75).optional(),
});

export const overflowOption = z.strictObject({
  text: plainText(75),
  value: characters(OPTION_VALUE_LIMIT),
  description: plainText(75).optional(),
  url: characters(3000).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

const confirmationDialog = z.strictObject({
  title: plainText(100).optional(),
  text: textObject(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const slackFile = z
  .strictObject({ id: characters(255).optional(), url: characters(3000).optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), {
    error: 'must have either an id or a url, not both',
  });

/** Fields that several elements share, to be spread into them. */
export const action = { action_id: characters(255).optional() };
export const confirmable = { confirm: confirmationDialog.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};
