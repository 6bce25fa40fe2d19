import { z } from 'zod';
import { button, feedbackButtons, iconButton, imageElement, overflow, workflowButton } from './buttons-and-images.ts';
import { characters, httpsUrl, mrkdwn, plainText, textObject } from './composition-objects.ts';
import { checkboxes, multiSelectMenus, radioButtons, selectMenus } from './menus.ts';
import { datepicker, datetimepicker, timepicker, typedInputs } from './pickers-and-inputs.ts';

export const block = { block_id: characters(255).optional() };

export const section = z
  .strictObject({
    type: z.literal('section'),
    text: textObject(3000).optional(),
    fields: z.array(textObject(2000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        workflowButton,
        overflow,
        imageElement,
        checkboxes,
        radioButtons,
        datepicker,
        timepicker,
        ...selectMenus,
        ...multiSelectMenus,
      ])
      .optional(),
    expand: z.boolean().optional(),
    ...block,
  })
  .refine((it) => it.text !== undefined || it.fields !== undefined, { error: 'missing required field: text' });

export const header = z.strictObject({
  type: z.literal('header'),
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
  ...block,
});

export const divider = z.strictObject({ type: z.literal('divider'), ...block });

export const context = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(z.discriminatedUnion('type', [plainText(3000), mrkdwn(3000), imageElement]))
    .min(1)
    .max(10),
  ...block,
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(5),
  ...block,
});

// The official types allow multi-selects and rich text inputs here, the older reference does not: they stay out.
export const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        button,
        workflowButton,
        overflow,
        checkboxes,
        radioButtons,
        datepicker,
        timepicker,
        datetimepicker,
        ...selectMenus,
      ]),
    )
    .min(1)
    .max(25),
  ...block,
});

export const input = z.strictObject({
  type: z.literal('input'),
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    checkboxes,
    radioButtons,
    datepicker,
    timepicker,
    datetimepicker,
    ...typedInputs,
    ...selectMenus,
    ...multiSelectMenus,
  ]),
  ...block,
});

export const markdown = z.strictObject({ type: z.literal('markdown'), text: characters(12_000), ...block });

export const video = z.strictObject({
  type: z.literal('video'),
  video_url: httpsUrl,
  thumbnail_url: characters(3000),
  alt_text: characters(2000),
  title: plainText(199),
  title_url: httpsUrl.optional(),
  author_name: characters(49).optional(),
  provider_name: characters(2000).optional(),
  provider_icon_url: characters(3000).optional(),
  description: plainText(3000).optional(),
  ...block,
});
