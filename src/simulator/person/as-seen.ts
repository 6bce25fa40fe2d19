import { type BlockElement, elementsOf } from '../workspace/block-elements.ts';
import type { Channel } from '../workspace/channels.ts';
import { currentValue, optionsOf, valueFieldOf } from '../workspace/form-state.ts';
import { asList, asObject, asText, isJsonObject, type Json } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { View } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { namesOf } from './controls.ts';
import { messageBlocks, type Place, titleOf, viewPlace, visibleMessages } from './places.ts';
import { readBlocks } from './readable-blocks.ts';
import { nameOf, readMrkdwn, readRichText, readText } from './readable-text.ts';

interface FieldAsSeen {
  label: string;
  /** Slack's element type. */
  type: string;
  required: boolean;
  hint?: string;
  /** As read: option texts, people's names; null when empty. */
  value: string | string[] | null;
  options?: string[];
  error?: string;
}

export interface ModalAsSeen {
  viewId: string;
  title: string;
  /** Everything to read besides the fields, line by line. */
  lines: string[];
  fields: FieldAsSeen[];
  buttons: string[];
  /** The word on the submit button; absent when there is none. */
  submit?: string;
  /** Slack's own complaint above the form. */
  trouble?: string;
  /** 1 for the root, up to 3. */
  depth: number;
}

export interface HomeAsSeen {
  viewId: string;
  lines: string[];
  text: string;
  fields: FieldAsSeen[];
  buttons: string[];
}

export interface MessageAsSeen {
  ts: string;
  channel: string;
  from: string;
  /** What is read in the message itself, lines joined. */
  text: string;
  /** What a notification or a screen reader says. */
  notification: string;
  buttons: string[];
  /** Others do not see it. */
  onlyForYou: boolean;
  edited: boolean;
  /** Names of the files shared with it. */
  files?: string[];
  /** `:tada: 2`, first come first. */
  reactions?: string[];
  thread: MessageAsSeen[];
}

export function modalAsSeen(slack: Workspace, view: View): ModalAsSeen {
  const place = viewPlace(view);
  const submit = readText(slack, view.content['submit']);
  return {
    viewId: view.id,
    title: titleOf(view),
    lines: readBlocks(slack, view.blocks),
    fields: fieldsOf(slack, place, view.errors),
    buttons: buttonsIn(slack, view.blocks),
    depth: slack.views.stackOf(view.personId).indexOf(view) + 1,
    ...(submit ? { submit } : {}),
    ...(view.trouble ? { trouble: view.trouble } : {}),
  };
}

export function homeAsSeen(slack: Workspace, view: View): HomeAsSeen {
  const place = viewPlace(view);
  const lines = readBlocks(slack, view.blocks);
  const fields = fieldsOf(slack, place, {});
  return { viewId: view.id, lines, text: lines.join('\n'), fields, buttons: buttonsIn(slack, view.blocks) };
}

/** Top-level messages with their threads inside them, oldest first. */
export function channelAsSeen(slack: Workspace, person: PersonRecord, channel: Channel): MessageAsSeen[] {
  const visible = visibleMessages(slack, person, channel);
  return visible
    .filter(({ threadTs, broadcast }) => !threadTs || broadcast)
    .map((message) => messageAsSeen(slack, channel, message, visible));
}

export function messageAsSeen(
  slack: Workspace,
  channel: Channel,
  message: Message,
  others: Message[] = [],
): MessageAsSeen {
  const blocks = message.blocks ?? [];
  const said = blocks.length > 0 ? readBlocks(slack, blocks) : [readMrkdwn(slack, message.text)];
  const attached = (message.attachments ?? []).flatMap((value) => {
    const attachment = asObject(value);
    const plain = asText(attachment['text']) || asText(attachment['fallback']);
    return [...readBlocks(slack, asList(attachment['blocks'])), readMrkdwn(slack, plain)].filter((line) => line !== '');
  });
  return {
    ts: message.ts,
    channel: channel.id,
    from: nameOf(slack, message.userId),
    text: [...said, ...attached].join('\n'),
    notification: readMrkdwn(slack, message.text),
    buttons: buttonsIn(slack, messageBlocks(message)),
    onlyForYou: message.visibleTo !== undefined,
    edited: message.editedTs !== undefined,
    ...besides(slack, message),
    thread: others
      .filter(({ threadTs }) => threadTs === message.ts)
      .map((reply) => messageAsSeen(slack, channel, reply)),
  };
}

function besides(slack: Workspace, { fileIds, reactions }: Message): Pick<MessageAsSeen, 'files' | 'reactions'> {
  const files = fileIds?.flatMap((id) => slack.files.find(id)?.name ?? []);
  const shown = [...(reactions ?? [])].map(([name, people]) => `:${name}: ${people.size}`);
  return { ...(files ? { files } : {}), ...(shown.length > 0 ? { reactions: shown } : {}) };
}

function buttonsIn(slack: Workspace, blocks: Json[]): string[] {
  return elementsOf(blocks)
    .filter(({ type }) => type === 'button' || type === 'workflow_button')
    .map(({ element }) => readText(slack, element['text']));
}

function fieldsOf(slack: Workspace, place: Place, errors: { [blockId: string]: string }): FieldAsSeen[] {
  return elementsOf(place.blocks)
    .filter(({ type }) => valueFieldOf(type) !== undefined)
    .map((element) => {
      const hint = readText(slack, element.block['hint']);
      const options = optionsOf(element.element).map((option) => readText(slack, asObject(option)['text']));
      const error = errors[element.blockId];
      return {
        label: namesOf(slack, place, element)[0] ?? '',
        type: element.type,
        required: element.block['type'] === 'input' && element.block['optional'] !== true,
        value: valueAsRead(slack, element, currentValue(place.state, element)),
        ...(hint ? { hint } : {}),
        ...(options.length > 0 ? { options } : {}),
        ...(error ? { error } : {}),
      };
    });
}

function valueAsRead(slack: Workspace, element: BlockElement, value: Json): string | string[] | null {
  if (Array.isArray(value)) return value.map((one) => oneAsRead(slack, element, one));
  return value === null ? null : oneAsRead(slack, element, value);
}

function oneAsRead(slack: Workspace, { type }: BlockElement, value: Json): string {
  if (type === 'file_input') return asText(asObject(value)['name']);
  if (isJsonObject(value)) {
    return type === 'rich_text_input' ? readRichText(slack, value).join('\n') : readText(slack, value['text']);
  }
  const id = String(value);
  if (type.includes('users_select')) return nameOf(slack, id);
  const channel = type.includes('channels_select') || type.includes('conversations_select');
  return channel ? `#${slack.channels.findById(id)?.name ?? id}` : id;
}
