import type { DemoRecord, Standing } from '../demo-record.ts';
import { kindOf } from '../message-kind.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;
const FRIDAY = 5;

/** The day on which digests tell what happened on that one: a Friday, that day or after it. */
export function fridayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const days = (FRIDAY - at.getUTCDay() + 7) % 7;
  return new Date(at.getTime() + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The digest of a channel on that Friday, as it reads at the end. Fridays are the same day in UTC where digests are told. */
export function digestOf({ posts, standing }: DemoRecord, channel: string, friday: string): Standing | undefined {
  const post = posts.find(
    ({ to, text, at }) =>
      to === channel && kindOf({ to, text }).kind === 'win-digest' && at.toISOString().startsWith(friday),
  );
  return post && standing.find(({ to, ts }) => to === post.to && ts === post.ts);
}
