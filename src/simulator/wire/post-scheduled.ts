import { tell, type Workspace } from '../workspace/workspace.ts';

/**
 * Posts what has become due. What cannot be posted any more (the app gone, its bot put out of the channel, the channel
 * archived) is dropped, and so is whatever carries metadata: Slack takes it and warns that it will not post.
 */
export function postScheduled(slack: Workspace): void {
  for (const due of slack.scheduled.takeDue(slack.calendar.seconds())) {
    const { id: _id, postAt: _postAt, createdAt: _createdAt, metadata, ...content } = due;
    const channel = slack.channels.findById(due.channelId);
    const isPossible = slack.app.state === 'installed' && channel?.members.has(slack.app.botUserId);
    if (!isPossible || channel?.archived || metadata) continue;
    const message = slack.messages.add({ ...content, userId: slack.app.botUserId, byBot: true });
    tell(slack, { type: 'message-posted', message });
  }
}
