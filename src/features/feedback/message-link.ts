/** Where Slack shows a message. A reply is shown in its thread. */
export function messageLink(message: { domain: string; channelId: string; ts: string; threadTs: unknown }): string {
  const { domain, channelId, ts, threadTs } = message;
  const place = `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  return typeof threadTs === 'string' ? `${place}?thread_ts=${threadTs}&cid=${channelId}` : place;
}
