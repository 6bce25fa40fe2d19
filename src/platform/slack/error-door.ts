import { type AnyMiddlewareArgs, type Middleware, MultipleListenerError } from '@slack/bolt';
import type { Logger } from 'pino';
import { answerIfOpen, type ListenerArgs, tellAfterwards } from './failure-reply.ts';
import { didNotWork, notKnown } from './failure-words.ts';

interface ErrorDoorParts {
  logger: Logger;
  /** A short, speakable id, new each time. */
  newReference(): string;
  /** The last way to reach a person when the window or message they used can no longer be answered. Rejects if it fails. */
  writeTo(userId: string, text: string): Promise<void>;
}

/**
 * The outermost middleware. Whatever a listener throws is logged under a reference, and the person gets a reply with
 * that reference. What no listener answered is answered too: Slack would show a warning sign after three seconds, and an
 * unanswered form would close as if it were saved.
 */
export function errorDoor(parts: ErrorDoorParts): Middleware<AnyMiddlewareArgs> {
  const { logger } = parts;
  return async (args) => {
    try {
      await args.next();
    } catch (error) {
      await reportFailure(args, error, parts);
      return;
    }
    await closeUnanswered(args, parts).catch((err: unknown) => logger.error({ err }, 'Could not answer Slack'));
  };
}

async function reportFailure(args: ListenerArgs, error: unknown, parts: ErrorDoorParts): Promise<void> {
  const { logger, newReference, writeTo } = parts;
  const reference = newReference();
  const about = describe(args);
  for (const err of causesOf(error)) logger.error({ err, reference, ...about }, 'A listener failed');
  try {
    const answered = await answerIfOpen(args, reference);
    if (answered === 'told' || isUnattended(args)) return;
    const text = didNotWork(reference);
    const told = await tellAfterwards(args, text).catch((err: unknown) => {
      logger.warn({ err, reference }, 'Could not reply where the person was');
      return false;
    });
    if (!told && about.userId) await writeTo(about.userId, text);
  } catch (err) {
    logger.error({ err, reference }, 'Could not tell the person that it failed');
  }
}

async function closeUnanswered(args: ListenerArgs, { logger, newReference }: ErrorDoorParts): Promise<void> {
  if (!('ack' in args) || !args.ack) return;
  const reference = newReference();
  const answered = await answerIfOpen(args, reference, notKnown(reference));
  // A button with a URL needs no listener, and a closed window no words.
  if (answered === 'too-late' || isUnattended(args) || isLink(args)) return;
  logger.warn({ reference, ...describe(args) }, 'No listener answered this');
  if (answered === 'silent') await tellAfterwards(args, notKnown(reference));
}

function isUnattended(args: ListenerArgs): boolean {
  return 'event' in args || 'options' in args || ('view' in args && args.body.type === 'view_closed');
}

function isLink(args: ListenerArgs): boolean {
  return 'action' in args && 'url' in args.action && args.action.url !== undefined;
}

function causesOf(error: unknown): unknown[] {
  return error instanceof MultipleListenerError ? error.originals : [error];
}

/** Who and what, never what they typed. */
function describe(args: ListenerArgs): { payload: string; name?: string; userId?: string; teamId?: string } {
  const { context } = args;
  return {
    ...nameOf(args),
    ...(context.userId !== undefined && { userId: context.userId }),
    ...(context.teamId !== undefined && { teamId: context.teamId }),
  };
}

function nameOf(args: ListenerArgs): { payload: string; name?: string } {
  if ('command' in args) return { payload: 'command', name: args.command.command };
  if ('view' in args) return { payload: args.body.type, name: args.view.callback_id };
  if ('shortcut' in args) return { payload: args.shortcut.type, name: args.shortcut.callback_id };
  if ('options' in args) return { payload: 'options', name: args.options.type };
  if ('event' in args) return { payload: 'event', name: args.event.type };
  return { payload: args.body.type, ...('action_id' in args.action && { name: args.action.action_id }) };
}
