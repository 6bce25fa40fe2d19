import { z } from 'zod';
import {
  action,
  characters,
  confirmable,
  httpsUrl,
  overflowOption,
  plainText,
  slackFile,
} from './composition-objects.ts';

const colorScheme = z.enum(['primary', 'danger']);

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: characters(3000).optional(),
  style: colorScheme.optional(),
  accessibility_label: characters(75).optional(),
  ...action,
  ...confirmable,
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: httpsUrl,
      customizable_input_parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
    }),
  }),
  style: colorScheme.optional(),
  accessibility_label: characters(75).optional(),
  ...action,
  ...confirmable,
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(overflowOption).min(1).max(5),
  ...action,
  ...confirmable,
});

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: characters(2000),
  accessibility_label: characters(75).optional(),
});

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  positive_button: feedbackButton,
  negative_button: feedbackButton,
  ...action,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: z.literal('trash'),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  accessibility_label: characters(75).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
  ...action,
  ...confirmable,
});

const image = {
  type: z.literal('image'),
  alt_text: characters(2000),
  image_url: characters(3000).optional(),
  slack_file: slackFile.optional(),
};

function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

const oneSource = { error: 'must have either an image_url or a slack_file, not both' };

export const imageElement = z.strictObject(image).refine(hasOneSource, oneSource);

export const imageBlock = z
  .strictObject({ ...image, block_id: characters(255).optional(), title: plainText(2000).optional() })
  .refine(hasOneSource, oneSource);
