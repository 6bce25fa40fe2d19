import { localInstant } from '../platform/time/local-time.ts';
import { colleagueCalled } from './company.ts';
import type { Moment } from './moment.ts';
import { thursdayOf } from './quarter.ts';

const WEEK = 6;
const MINUTE_MILLISECONDS = 60_000;
/** The prompt to her is on its way when the connection breaks. */
const INTERRUPTED = 'grace';

/**
 * The service goes down in the middle of a Thursday: when some are asked and others are not, and when of one message it
 * cannot be known whether Slack has it.
 */
export function restartMoments(): Moment[] {
  const { name, timeZone } = colleagueCalled(INTERRUPTED);
  const promptAt = localInstant(thursdayOf(WEEK), '10:00', timeZone).getTime();
  const minutes = (count: number) => new Date(promptAt + count * MINUTE_MILLISECONDS);
  return [
    {
      at: minutes(-1),
      async play({ world }) {
        const [message] = world.slack.as(INTERRUPTED).reads('app');
        const channel = message?.channel ?? '';
        world.slack.faults.next('chat.postMessage', { kind: 'drop', effect: 'done' }, { channel });
      },
    },
    {
      at: minutes(1),
      async play(stage) {
        const { world, narrator } = stage;
        await world.stopService();
        stage.restart = { at: world.clock.now(), interrupted: INTERRUPTED };
        const text = `The service is stopped. Kolkata, Berlin and London are asked; of the prompt to ${name} it never heard whether Slack took it: the connection broke.`;
        narrator.tell(world.clock.now(), timeZone, text);
      },
    },
    {
      at: minutes(3),
      async play({ world, narrator, newPosts }) {
        await world.startService();
        await world.ring();
        const again = newPosts().filter(({ at }) => at >= minutes(3)).length;
        const text = `The service starts again on the same database, looks in Slack for the message in doubt, finds it, and sends ${again === 0 ? 'nothing' : `${again} messages`} again. São Paulo and New York are asked when it is ten there.`;
        narrator.tell(world.clock.now(), timeZone, text);
      },
    },
  ];
}
