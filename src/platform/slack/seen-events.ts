import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Logger } from 'pino';

/** Answers whether an event id came before, and remembers it. Must be right across processes. */
export type SeenBefore = (eventId: string) => Promise<boolean>;

/**
 * Slack sends an event again when our answer was late, so the same one may come up to four times. If the memory cannot
 * be asked the event goes through: handling twice is the lesser harm than not at all.
 */
export function skipSeenEvents(seenBefore: SeenBefore, logger: Logger): Middleware<AnyMiddlewareArgs> {
  return async ({ body, next }) => {
    if ('event_id' in body && typeof body.event_id === 'string') {
      const { event_id: eventId } = body;
      const seen = await seenBefore(eventId).catch((err: unknown) => {
        logger.warn({ err, eventId }, 'Could not look up whether this event came before; handling it');
        return false;
      });
      if (seen) return;
    }
    await next();
  };
}
