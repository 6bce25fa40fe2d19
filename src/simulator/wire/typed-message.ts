import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';

/** What Slack's own client adds to a message a person types: an id of its own, and the text as rich text. */
export function typedFields(message: Message): JsonObject {
  const hash = createHash('sha256').update(`${message.channelId} ${message.ts}`).digest('hex');
  const id = [8, 12, 16, 20, 32].map((end, index) => hash.slice([0, 8, 12, 16, 20][index], end)).join('-');
  if (message.text === '') return { client_msg_id: id };
  const section = { type: 'rich_text_section', elements: richText(message.text) };
  const blocks = [{ type: 'rich_text', block_id: hash.slice(32, 37), elements: [section] }];
  return { client_msg_id: id, blocks };
}

const special =
  /<([@#!])(\w+)(?:\^(\w+))?(?:\|[^>]*)?>|<(https?:[^|>]+|mailto:[^|>]+)(?:\|([^>]*))?>|:([a-z0-9_+-]+):/g;

function richText(text: string): Json[] {
  const elements: Json[] = [];
  let end = 0;
  const addText = (words: string) => {
    if (words !== '') elements.push({ type: 'text', text: unescapeText(words) });
  };
  for (const match of text.matchAll(special)) {
    addText(text.slice(end, match.index));
    elements.push(elementOf(match));
    end = match.index + match[0].length;
  }
  addText(text.slice(end));
  return elements;
}

function elementOf([, sign, id = '', group, url, words, emoji = '']: RegExpMatchArray): Json {
  if (sign === '@') return { type: 'user', user_id: id };
  if (sign === '#') return { type: 'channel', channel_id: id };
  if (sign === '!' && group) return { type: 'usergroup', usergroup_id: group };
  if (sign === '!') return { type: 'broadcast', range: id };
  if (url) return { type: 'link', url: unescapeText(url), ...(words ? { text: unescapeText(words) } : {}) };
  return { type: 'emoji', name: emoji };
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
