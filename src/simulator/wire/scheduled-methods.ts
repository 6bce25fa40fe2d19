import type { ScheduledMessage } from '../workspace/scheduled-messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { isVisibleToApp } from './channel-access.ts';
import { channelToPostIn, threadToReplyIn } from './chat-targets.ts';
import { readMessageContent, requireContent } from './message-content.ts';
import { pageOf } from './paging.ts';

const farthestSeconds = 120 * 24 * 3600;
const windowSeconds = 300;
const mostInAWindow = 30;
/** So close before its time a message can no longer be taken back. */
const tooLateSeconds = 60;
const mostCharacters = 40_000;

export const scheduledMethods: ApiMethods = {
  'chat.scheduleMessage': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = channelToPostIn(slack, args.requiredText('channel'));
      const postAt = readPostAt(slack, args);
      const content = readMessageContent(args, slack.ids);
      requireContent(content);
      if ((content.text ?? '').length > mostCharacters) throw new ApiError('msg_too_long');
      const threadTs = threadToReplyIn(slack, channel, args);
      requireRoom(slack, channel.id, postAt);
      const scheduled = slack.scheduled.add({
        ...content,
        text: content.text ?? '',
        channelId: channel.id,
        postAt,
        createdAt: slack.calendar.seconds(),
        ...(threadTs ? { threadTs, broadcast: args.flag('reply_broadcast') } : {}),
      });
      return {
        channel: channel.id,
        scheduled_message_id: scheduled.id,
        post_at: postAt,
        message: {
          text: scheduled.text,
          username: slack.app.manifest.botName,
          bot_id: slack.app.botId,
          ...(scheduled.blocks ? { blocks: scheduled.blocks } : {}),
          ...(scheduled.attachments ? { attachments: scheduled.attachments } : {}),
          type: 'delayed_message',
          subtype: 'bot_message',
        },
      };
    },
  },
  'chat.scheduledMessages.list': {
    token: 'bot',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const wanted = args.text('channel');
      if (wanted && !slack.channels.findById(wanted)) throw new ApiError('invalid_channel');
      const oldest = Number(args.text('oldest') ?? 0);
      const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
      const waiting = slack.scheduled
        .all()
        .filter(({ channelId }) => !wanted || channelId === wanted)
        .filter(({ postAt }) => postAt >= oldest && postAt <= latest);
      const { page, nextCursor } = pageOf(waiting, args, { usual: 100, most: 999 }, ({ id }) => id);
      return {
        scheduled_messages: page.map(({ id, channelId, postAt, createdAt, text }) => ({
          id,
          channel_id: channelId,
          post_at: postAt,
          date_created: createdAt,
          text,
        })),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'chat.deleteScheduledMessage': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = slack.channels.findById(args.requiredText('channel'));
      if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
      const scheduled = slack.scheduled.find(args.requiredText('scheduled_message_id'));
      const isTooLate = (at: ScheduledMessage) => at.postAt - slack.calendar.seconds() <= tooLateSeconds;
      if (!scheduled || scheduled.channelId !== channel.id || isTooLate(scheduled)) {
        throw new ApiError('invalid_scheduled_message_id');
      }
      slack.scheduled.remove(scheduled.id);
      return {};
    },
  },
};

function readPostAt(slack: Workspace, args: ApiArguments): number {
  const given = args.requiredText('post_at');
  if (!/^\d{1,12}$/.test(given)) throw new ApiError('invalid_time');
  const postAt = Number(given);
  const now = slack.calendar.seconds();
  if (postAt <= now) throw new ApiError('time_in_past');
  if (postAt - now > farthestSeconds) throw new ApiError('time_too_far');
  return postAt;
}

/** Slack does not say where its windows of five minutes begin, so none may hold more, wherever it begins. */
function requireRoom(slack: Workspace, channelId: string, postAt: number): void {
  const times = slack.scheduled
    .all()
    .filter((other) => other.channelId === channelId && Math.abs(other.postAt - postAt) < windowSeconds)
    .map((other) => other.postAt);
  const fullest = [...times, postAt].map(
    (from) => times.filter((at) => at >= from && at < from + windowSeconds).length,
  );
  if (Math.max(...fullest) >= mostInAWindow) throw new ApiError('restricted_too_many');
}
