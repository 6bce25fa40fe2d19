const MOST_CHARACTERS = 2000;
const MENTION = /<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g;

/** The people whom a Slack message mentions. */
export function mentionedIn(text: string): string[] {
  const ids = [...text.matchAll(MENTION)].flatMap(([, id]) => id ?? []);
  return [...new Set(ids)];
}

/** A Slack message as plain words for a form. `names` are those of the people whom it mentions. */
export function wordsOfMessage(text: string, names: ReadonlyMap<string, string>): string {
  const words = text
    .replaceAll(MENTION, (_, id: string, shown?: string) => `@${names.get(id) ?? shown ?? 'somebody'}`)
    .replaceAll(/<[#!][^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[#!][^>]*>/g, '')
    .replaceAll(/<([^>|]+)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll(/<([^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
  return words.slice(0, MOST_CHARACTERS);
}

/** Where a message stands, as Slack writes it: no call is needed, and none is allowed in channels we are not in. */
export function addressOfMessage(message: {
  domain: string;
  channelId: string;
  ts: string;
  threadTs?: string;
}): string {
  const { domain, channelId, ts, threadTs } = message;
  const address = `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  return threadTs === undefined || threadTs === ts ? address : `${address}?thread_ts=${threadTs}&cid=${channelId}`;
}
