import type { Message } from '../workspace/messages.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { channelFor, requireMembership } from './channel-access.ts';
import { messageObject } from './message-object.ts';
import { pageOf } from './paging.ts';
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
      const isInRange = readRange(args);
      const newestFirst = slack.messages
        .inChannel(channel.id)
        .filter(({ visibleTo, threadTs, broadcast, ts }) => !visibleTo && (!threadTs || broadcast) && isInRange(ts))
        .reverse();
      const { page, nextCursor } = pageOf(newestFirst, args, limits, byTs);
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
      const isInRange = readRange(args);
      const replies = slack.messages.replies(channel.id, parent.ts).filter(({ ts }) => isInRange(ts));
      const { page, nextCursor } = pageOf([parent, ...replies], args, limits, byTs);
      return {
        messages: page.map((message) => messageObject(slack, message, args.flag('include_all_metadata'))),
        has_more: nextCursor !== '',
        ...(nextCursor ? { response_metadata: { next_cursor: nextCursor } } : {}),
      };
    },
  },
};
