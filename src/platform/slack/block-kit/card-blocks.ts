import { z } from 'zod';
import { button, imageBlock, imageElement } from './buttons-and-images.ts';
import { characters, mrkdwn, plainText, textObject } from './composition-objects.ts';
import { richText } from './rich-text.ts';
import { table } from './table-blocks.ts';
import { actions, block, context, divider, header, input, section, video } from './text-blocks.ts';

export const alert = z.strictObject({
  type: z.literal('alert'),
  text: textObject(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  ...block,
});

export const card = z
  .strictObject({
    type: z.literal('card'),
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    subtext: mrkdwn(200).optional(),
    // Two or three buttons, depending on whom one asks at Slack.
    actions: z.array(button).min(1).max(2).optional(),
    ...block,
  })
  .refine(
    (it) => it.hero_image !== undefined || it.title !== undefined || it.actions !== undefined || it.body !== undefined,
    {
      error: 'must have at least one of hero_image, title, actions, body',
    },
  );

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  elements: z.array(card).min(1).max(10),
  ...block,
});

export const container = z
  .strictObject({
    type: z.literal('container'),
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: textObject(150).optional(),
    icon: imageElement.optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          header,
          imageBlock,
          input,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
    ...block,
  })
  .refine((it) => it.title !== undefined || it.rich_text_title !== undefined, {
    error: 'missing required field: title',
  })
  .refine((it) => it.default_collapsed !== true || it.is_collapsible === true, {
    error: 'needs is_collapsible',
    path: ['default_collapsed'],
  });

const urlSource = z.strictObject({ type: z.literal('url'), url: characters(3000), text: z.string().min(1) });

export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  task_id: characters(255),
  title: z.string().min(1),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(urlSource).optional(),
  ...block,
});

export const plan = z.strictObject({
  type: z.literal('plan'),
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
  ...block,
});
