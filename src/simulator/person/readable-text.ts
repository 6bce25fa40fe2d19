import { asList, asObject, asText, type Json, type JsonObject } from '../workspace/json.ts';
import { shownName } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Slack's mrkdwn as a person reads it: names for ids, links by their words, no markup. */
export function readMrkdwn(slack: Workspace, text: string): string {
  const words = text.replace(/<([^<>]+)>/g, (_whole, inside: string) => readAngled(slack, inside));
  return unescapeText(unstyle(words));
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What Slack makes of three characters a person types, in messages and commands; text in forms stays as it is. */
export function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `*bold*`, `_italic_`, `~struck~` and code lose their marks where Slack would take them for marks. */
function unstyle(text: string): string {
  return text
    .replace(/```\n?([^`]*?)\n?```/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/(^|[\s(>"'])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s).,:;!?<"'])/gm, '$1$3')
    .replace(/^&gt; ?/gm, '');
}

function readAngled(slack: Workspace, inside: string): string {
  const [target = '', label] = splitOnce(inside, '|');
  if (target.startsWith('@')) return `@${nameOf(slack, target.slice(1))}`;
  if (target.startsWith('#')) return `#${slack.channels.findById(target.slice(1))?.name ?? label ?? 'private-channel'}`;
  if (target.startsWith('!date^')) return label ?? target;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label === undefined ? target : `${label} (${target})`;
}

/** The name shown for a person's or the bot's id; an unknown id stays as it is, as it does in Slack. */
export function nameOf(slack: Workspace, id: string): string {
  if (id === slack.app.botUserId) return slack.app.manifest.botName;
  const person = slack.people.findById(id);
  return person ? shownName(person) : id;
}

/** A text object, mrkdwn or plain. */
export function readText(slack: Workspace, value: Json | undefined): string {
  const { type, text } = asObject(value);
  return type === 'mrkdwn' ? readMrkdwn(slack, asText(text)) : unescapeText(asText(text));
}

/** Rich text, line by line. */
export function readRichText(slack: Workspace, value: JsonObject): string[] {
  return asList(value['elements']).flatMap((part) => {
    const element = asObject(part);
    if (element['type'] === 'rich_text_list') {
      return asList(element['elements']).map((item) => `• ${readRichLine(slack, asObject(item))}`);
    }
    return readRichLine(slack, element).split('\n');
  });
}

function readRichLine(slack: Workspace, section: JsonObject): string {
  return asList(section['elements'])
    .map((leaf) => {
      const part = asObject(leaf);
      switch (part['type']) {
        case 'user':
          return `@${nameOf(slack, asText(part['user_id']))}`;
        case 'channel':
          return `#${slack.channels.findById(asText(part['channel_id']))?.name ?? ''}`;
        case 'link':
          return part['text'] ? `${asText(part['text'])} (${asText(part['url'])})` : asText(part['url']);
        case 'emoji':
          return `:${asText(part['name'])}:`;
        case 'broadcast':
          return `@${asText(part['range'])}`;
        case 'date':
          return asText(part['fallback']);
        default:
          return asText(part['text']);
      }
    })
    .join('');
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
