import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  ReceiverMultipleAckError,
  type ViewOutput,
  type ViewResponseAction,
} from '@slack/bolt';
import { didNotWork, failureModal, formNotSaved } from './failure-words.ts';

export type ListenerArgs = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * - `told`: the answer Slack was waiting for said what went wrong.
 * - `silent`: Slack had to be answered, but such an answer cannot carry words to the person.
 * - `too-late`: a listener had answered before it failed.
 */
export type Answered = 'told' | 'silent' | 'too-late';

/** Gives Slack the answer it waits for, if it still does, with the bad news in it where the kind of payload allows. */
export async function answerIfOpen(
  args: ListenerArgs,
  reference: string,
  text = didNotWork(reference),
): Promise<Answered> {
  if ('command' in args) {
    return once(args, 'told', () => args.ack({ response_type: 'ephemeral', text }));
  }
  if ('view' in args && args.body.type === 'view_submission') {
    return once(args, 'told', () => args.ack(keepingTheForm(args.body.view, reference)));
  }
  if ('options' in args) return once(args, 'silent', () => args.ack({ options: [] }));
  if ('ack' in args && args.ack) return once(args, 'silent', () => args.ack());
  return 'too-late';
}

/** An error on an input keeps the form open with every word in it; a form without inputs has no words to keep. */
function keepingTheForm(view: ViewOutput, reference: string): ViewResponseAction {
  const input = view.blocks.find((block) => block.type === 'input');
  const blockId = input?.block_id;
  return blockId === undefined
    ? { response_action: 'update', view: failureModal(didNotWork(reference)) }
    : { response_action: 'errors', errors: { [blockId]: formNotSaved(reference) } };
}

async function once(args: ListenerArgs, answered: Answered, answer: () => Promise<void>): Promise<Answered> {
  if (args.context['isAnswered']?.() === true) return 'too-late';
  try {
    await answer();
    return answered;
  } catch (error) {
    if (error instanceof ReceiverMultipleAckError) return 'too-late';
    throw error;
  }
}

/** Reaches the person after Slack's question is closed: beside the message, or in a window. False when neither works. */
export async function tellAfterwards(args: ListenerArgs, text: string): Promise<boolean> {
  if ('respond' in args && args.respond) {
    await args.respond({ response_type: 'ephemeral', replace_original: false, text });
    return true;
  }
  const { body, client } = args;
  if (!('trigger_id' in body) || typeof body.trigger_id !== 'string') return false;
  const window = { trigger_id: body.trigger_id, view: failureModal(text) };
  const isOverModal = 'action' in args && 'view' in body && body.view?.type === 'modal';
  await (isOverModal ? client.views.push(window) : client.views.open(window));
  return true;
}
