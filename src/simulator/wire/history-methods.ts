import type { Channel } from '../workspace/channels.ts';
import type { Message } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { channelFor, requireMembership } from './channel-access.ts';
import { messageObject } from './message-object.ts';
import { cursorName, pageOf, takePage } from './paging.ts';
import { readRange } from './read-range.ts';

const limits = { usual: 100, most: 999 };
const byTs = ({ ts }: Message) => ts;

/** Reading back what was posted. Ephemerals are never in it. */
export const historyMethods: ApiMethods = {
  'conversations.history': {
    token: 'bot',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = channelFor(slack, args, 'history');
      requireMembership(slack, channel);
      const { page, nextCursor } = takePage(newestFirst(slack, channel, args), args, limits, byTs);
      return {
        messages: page.map((message) => messageObject(slack, message, args.flag('include_all_metadata'))),
        has_more: nextCursor !== '',
        pin_count: 0,
        ...(nextCursor ? { response_metadata: { next_cursor: nextCursor } } : {}),
      };
    },
  },
  'conversations.replies': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = channelFor(slack, args, 'history');
      requireMembership(slack, channel);
      const named = slack.messages.find(channel.id, args.requiredText('ts'));
      const parent = named?.threadTs ? slack.messages.find(channel.id, named.threadTs) : named;
      if (!parent) throw new ApiError('thread_not_found');
      const range = readRange(args);
      const replies = slack.messages.replies(channel.id, parent.ts).filter(({ ts }) => range.holds(ts));
      const { page, nextCursor } = pageOf([parent, ...replies], args, limits, byTs);
      return {
        messages: page.map((message) => messageObject(slack, message, args.flag('include_all_metadata'))),
        has_more: nextCursor !== '',
        ...(nextCursor ? { response_metadata: { next_cursor: nextCursor } } : {}),
      };
    },
  },
};

/** What a channel shows outside threads, from the cursor or the latest asked for, back to the oldest asked for. */
function* newestFirst(slack: Workspace, channel: Channel, args: ApiArguments): Generator<Message> {
  const range = readRange(args);
  const cursor = cursorName(args);
  if (cursor !== undefined && !slack.messages.find(channel.id, cursor)) throw new ApiError('invalid_cursor');
  const from = cursor === undefined ? range.latest : Math.min(Number(cursor), range.latest);
  for (const message of slack.messages.backwards(channel.id, from)) {
    if (Number(message.ts) < range.oldest) return;
    if ((!message.threadTs || message.broadcast) && range.holds(message.ts)) yield message;
  }
}
