import { z } from 'zod';
import { linkLives, USUAL_LIFE_DAYS } from './form-link.ts';
import { readScale, type Scale } from './score.ts';
import { LONGEST_CLIENT, LONGEST_SEGMENT, MOST_MEMBERS } from './voice.ts';

/** What a workflow says of the form that it wants. */
export interface FormRequest {
  client: string;
  segment: string | null;
  scale: Scale;
  lifeDays: number;
  /** In whose list it stands: an e-mail address or a Slack id. */
  madeFor: string;
  members: string[];
  metric: string | null;
}

const schema = z.strictObject({
  client: z.string().trim().min(1).max(LONGEST_CLIENT),
  segment: z.string().trim().max(LONGEST_SEGMENT).nullish(),
  scale: z.string().default('nps'),
  // Numbers come as the text in which they were written.
  days: z.string().default(String(USUAL_LIFE_DAYS)),
  made_for: z.string().trim().min(1),
  members: z.array(z.string().trim().min(1)).max(MOST_MEMBERS).default([]),
  metric: z.string().trim().nullish(),
});

export function readFormRequest(body: unknown): { ok: true; request: FormRequest } | { ok: false; problem: string } {
  const read = schema.safeParse(body);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.');
    const known = Object.keys(schema.shape).join(', ');
    return {
      ok: false,
      problem: `${field ? `"${field}" is missing or cannot be read. ` : ''}Send an object with ${known}; client and made_for are needed.`,
    };
  }
  const { client, segment, scale: scaleName, days, made_for: madeFor, members, metric } = read.data;
  const scale = readScale(scaleName);
  if (!scale || scale.to - scale.from > 10) {
    return { ok: false, problem: '"scale" is nps, csat or such as csat:1-7, with at most eleven steps.' };
  }
  const lifeDays = linkLives.find((life) => String(life) === days);
  if (!lifeDays) return { ok: false, problem: `"days" is one of ${linkLives.join(', ')}.` };
  const lower = (reference: string) => (reference.includes('@') ? reference.toLowerCase() : reference);
  return {
    ok: true,
    request: {
      client,
      segment: segment || null,
      scale,
      lifeDays,
      madeFor: lower(madeFor),
      members: members.map(lower),
      metric: metric || null,
    },
  };
}
