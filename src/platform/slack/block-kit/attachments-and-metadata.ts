import { z } from 'zod';
import { anyBlock } from './any-block.ts';

const text = z.string().optional();
const flag = z.boolean().optional();

/** Secondary attachments are legacy; we check them because a stand-in for Slack must know them, not because we send any. */
export const attachments = z
  .array(
    z.strictObject({
      blocks: z.array(anyBlock).max(50).optional(),
      fallback: text,
      color: text,
      pretext: text,
      author_name: text,
      author_link: text,
      author_icon: text,
      author_subname: text,
      title: text,
      title_link: text,
      text,
      fields: z.array(z.strictObject({ title: z.string(), value: z.string(), short: flag })).optional(),
      image_url: text,
      thumb_url: text,
      footer: z.string().max(300).optional(),
      footer_icon: text,
      ts: z.union([z.string(), z.number()]).optional(),
      callback_id: z.string().max(255).optional(),
      mrkdwn_in: z.array(z.enum(['pretext', 'text', 'fields'])).optional(),
    }),
  )
  .max(100);

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flatObject = z.record(z.string(), scalar);

/** Slack caps metadata without naming the number. Ours is a key and some ids: 8,000 characters of JSON is plenty. */
const METADATA_LIMIT = 8000;

export const messageMetadata = z
  .strictObject({
    event_type: z.string().min(1).max(255),
    event_payload: z.record(z.string(), z.union([scalar, flatObject, z.array(flatObject)])),
  })
  .refine((metadata) => JSON.stringify(metadata).length <= METADATA_LIMIT, { error: 'metadata_too_large' });
