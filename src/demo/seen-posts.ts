import type { Simulator } from '../simulator/simulator.ts';
import { channels, colleagues, userIdOf } from './company.ts';
import type { Post } from './demo-record.ts';

const handleOf = new Map(colleagues.map(({ handle }) => [userIdOf(handle), handle]));

/** Every message that the bot posted, from Slack's own list of what it was asked and what it did. */
export function seenPosts(slack: Simulator): Post[] {
  const placeOf = new Map<string, string>();
  for (const name of Object.keys(channels)) {
    const [first] = slack.messages(name);
    if (first) placeOf.set(first.channelId, `#${name}`);
  }
  return slack.requests.flatMap(({ method, args, answer }) => {
    if (answer['ok'] !== true) return [];
    if (method === 'conversations.open') {
      const { channel } = answer;
      const id = typeof channel === 'object' && channel !== null && 'id' in channel ? String(channel['id']) : '';
      placeOf.set(id, handleOf.get(String(args['users'])) ?? String(args['users']));
    }
    if (method !== 'chat.postMessage') return [];
    const ts = String(answer['ts']);
    const text = String(args['text']).replace(/<@(\w+)>/g, (_, id: string) => `@${handleOf.get(id) ?? id}`);
    return [
      {
        to: placeOf.get(String(args['channel'])) ?? String(args['channel']),
        ts,
        at: new Date(Math.floor(Number(ts)) * 1000),
        text,
        threadTs: args['thread_ts'] === undefined ? null : String(args['thread_ts']),
      },
    ];
  });
}
