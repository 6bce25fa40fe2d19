import { z } from 'zod';
import type { PageHost } from './page-host.ts';

const dayMilliseconds = 24 * 60 * 60_000;

export const clockActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('forward'),
    milliseconds: z
      .number()
      .int()
      .positive()
      .max(31 * dayMilliseconds),
  }),
  z.strictObject({ act: z.literal('next') }),
  z.strictObject({ act: z.literal('run'), speed: z.number().int().nonnegative().max(3600) }),
]);

export async function moveClock({ clock, playing }: PageHost, act: z.infer<typeof clockActSchema>): Promise<void> {
  if (!clock) throw new Error('This clock cannot be moved');
  if (playing?.()) throw new Error('A story is playing, and the clock is its own');
  if (act.act === 'run') return clock.run(act.speed);
  if (act.act === 'forward') return clock.forward(act.milliseconds);
  if (!(await clock.jumpToNext())) throw new Error('Nothing is known to come');
}
