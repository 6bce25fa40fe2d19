import { ApiArguments } from '../wire/api-arguments.ts';
import { ApiError } from '../wire/api-error.ts';
import { slashCommandPayload } from '../wire/payloads.ts';
import { showResponse } from '../wire/response-urls.ts';
import { asObject, isJsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type MessageAsSeen, type ModalAsSeen, messageAsSeen, modalAsSeen } from './as-seen.ts';
import type { LittleSlack } from './little-slack.ts';
import { channelCalled } from './places.ts';
import { escapeTyped } from './readable-text.ts';

/** What the person saw by the time the app had acknowledged. A modal may still come: wait for it where one is due. */
export interface CommandResult {
  /** The words that came with the acknowledgement. */
  reply?: MessageAsSeen;
  modal?: ModalAsSeen;
}

/** Rejects with the words Slack shows when a command is unknown or the app does not answer. */
export async function typeCommand(
  little: LittleSlack,
  person: PersonRecord,
  typed: string,
  where: string | undefined,
): Promise<CommandResult> {
  const { slack, dispatch, responseUrls } = little;
  const [command = '', ...rest] = typed.trim().split(' ');
  const commands = slack.app.state === 'uninstalled' ? [] : slack.app.manifest.commands;
  const known = commands.find((other) => other.command === command);
  if (!known)
    throw new Error(`${command} is not a valid command. In Slack, all messages that start with the "/" are commands`);
  const channel = channelCalled(slack, person, where);
  if (!channel.members.has(person.id)) throw new Error(`${person.name} would have to join #${channel.name} first`);
  const words = escapeTyped(rest.join(' ').trim());
  const text = known.escapes ? escapeNames(slack, words) : words;
  const responseUrl = responseUrls.issue(channel.id, person.id);
  const payload = slashCommandPayload(slack, { person, channel, command, text, responseUrl });
  const ack = await dispatch.send('slash_commands', payload);
  if (!ack.acked) throw new Error(`${command} failed with the error "${ack.reason}" (${ack.detail})`);
  const result: CommandResult = {};
  if (isJsonObject(ack.body) && Object.keys(ack.body).length > 0) {
    const body = asObject(ack.body);
    const reply = showReply(
      () => showResponse(slack, { channelId: channel.id, personId: person.id }, new ApiArguments(body)),
      command,
    );
    result.reply = messageAsSeen(slack, channel, reply);
  }
  const modal = slack.views.topOf(person.id);
  if (modal) result.modal = modalAsSeen(slack, modal);
  return result;
}

function showReply<T>(show: () => T, command: string): T {
  try {
    return show();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const why = `${error.code} ${JSON.stringify(error.details)}`;
    throw new Error(`${command} failed with the error "invalid_command_response" (${why})`);
  }
}

/** `@ana`, `@crew` and `#team` as ids with names, which is what `should_escape` asks for. */
export function escapeNames(slack: Workspace, text: string): string {
  return text
    .replace(/(^|\s)@([\w.-]+)/g, (whole, before: string, name: string) => {
      const mention = mentionOf(slack, name);
      return mention ? `${before}${mention}` : whole;
    })
    .replace(/(^|\s)#([\w-]+)/g, (whole, before: string, name: string) => {
      const channel = slack.channels.findByName(name);
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
    });
}

function mentionOf(slack: Workspace, name: string): string | undefined {
  const { botUserId, manifest } = slack.app;
  const { botName } = manifest;
  if (name.toLowerCase() === botName.toLowerCase()) return `<@${botUserId}|${botName.toLowerCase()}>`;
  const person = slack.people.find(name);
  if (person) return `<@${person.id}|${person.name}>`;
  const group = slack.userGroups.all().find(({ handle, disabled }) => handle === name && !disabled);
  return group && `<!subteam^${group.id}|@${group.handle}>`;
}
