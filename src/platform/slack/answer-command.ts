import type { AckFn, RespondArguments, RespondFn } from '@slack/bolt';
import type { Message } from './message.ts';

/** Slack gives a command three seconds; what takes longer than this comes behind, to the same person. */
const IN_TIME_MILLISECONDS = 2000;

/** Answers a command with one message: as the acknowledgement itself where it is ready in time, else after an empty one. */
export async function answerCommand(
  { ack, respond }: { ack: AckFn<string | RespondArguments>; respond: RespondFn },
  answer: Promise<Message>,
): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, IN_TIME_MILLISECONDS, undefined);
  const inTime = await Promise.race([answer, late]).finally(() => clearTimeout(timer));
  if (inTime) return ack(inTime);
  await ack();
  await respond(await answer);
}
