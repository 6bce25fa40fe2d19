import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import { tell, type Workspace } from '../workspace/workspace.ts';
import { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { applyContent } from './chat-methods.ts';
import { readMessageContent, requireContent } from './message-content.ts';

const mostUses = 5;
const lifetimeMilliseconds = 30 * 60 * 1000;
/** So long it is known that an old one was one; a demonstration may run for weeks. */
const memoryMilliseconds = 24 * 3_600_000;

interface ResponseUrl {
  channelId: string;
  personId: string;
  /** The message the person acted on, when there was one. */
  original: Message | undefined;
  at: number;
  uses: number;
}

/** Addresses handed out with commands and interactions: five uses in half an hour, no token asked. */
export class ResponseUrls {
  readonly #slack: Workspace;
  readonly #byPath = new Map<string, ResponseUrl>();
  /** Known once the server listens. */
  base = '';

  constructor(slack: Workspace) {
    this.#slack = slack;
  }

  issue(channelId: string, personId: string, original?: Message): string {
    const { ids, team, stopwatch } = this.#slack;
    const path = `/actions/${team.id}/${ids.nextDigits(13)}/${ids.nextHex(24)}`;
    const at = stopwatch.elapsedMilliseconds();
    this.#forgetBefore(at - memoryMilliseconds);
    this.#byPath.set(path, { channelId, personId, original, at, uses: 0 });
    return `${this.base}${path}`;
  }

  #forgetBefore(elapsed: number): void {
    for (const [path, { at }] of this.#byPath) {
      if (at >= elapsed) return;
      this.#byPath.delete(path);
    }
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** Answers like Slack: `ok` as plain text, or an error object with a 4xx. */
  post(path: string, body: JsonObject): { status: number; body: JsonObject | 'ok' } {
    const at = this.#slack.calendar.now();
    const answer = this.#post(path, body);
    const isOk = answer.body === 'ok';
    this.#slack.traffic.note({
      kind: 'response',
      name: 'response_url',
      at,
      milliseconds: 0,
      ok: isOk,
      outcome: answer.body === 'ok' ? 'ok' : String(answer.body['error']),
      sent: body,
      answer: answer.body,
    });
    this.#slack.changes.announce();
    return answer;
  }

  #post(path: string, body: JsonObject): { status: number; body: JsonObject | 'ok' } {
    const url = this.#byPath.get(path);
    if (!url) return { status: 404, body: { ok: false, error: 'invalid_url' } };
    if (this.#slack.stopwatch.elapsedMilliseconds() - url.at >= lifetimeMilliseconds) {
      return { status: 404, body: { ok: false, error: 'expired_url' } };
    }
    if (url.uses >= mostUses) return { status: 404, body: { ok: false, error: 'used_url' } };
    url.uses += 1;
    try {
      this.#apply(url, new ApiArguments(body));
      return { status: 200, body: 'ok' };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { status: error.code === 'no_text' ? 500 : 400, body: { ok: false, error: error.code, ...error.details } };
    }
  }

  #apply(url: ResponseUrl, args: ApiArguments): void {
    const { original } = url;
    if (args.flag('delete_original')) {
      if (!original) throw new ApiError('message_not_found');
      this.#slack.messages.remove(original);
      this.#tellUnlessEphemeral(original, { type: 'message-deleted', message: original });
      return;
    }
    const content = readMessageContent(args, this.#slack.ids);
    requireContent(content);
    if (original && args.flag('replace_original')) {
      const before = { ...original };
      // A replacement is whole: blocks not sent again are gone.
      applyContent(original, { text: '', blocks: [], attachments: [], ...content });
      original.editedTs = this.#slack.calendar.nextTs();
      this.#tellUnlessEphemeral(original, { type: 'message-changed', message: original, before });
      return;
    }
    showResponse(this.#slack, url, args, content);
  }

  #tellUnlessEphemeral(message: Message, happening: Parameters<typeof tell>[1]): void {
    if (message.visibleTo) this.#slack.changes.announce();
    else tell(this.#slack, happening);
  }
}

/**
 * A new message in the place where the person acted: seen by all with `in_channel`, otherwise by that person alone.
 * The words of a command's acknowledgement are shown the same way.
 */
export function showResponse(
  slack: Workspace,
  to: { channelId: string; personId: string },
  args: ApiArguments,
  content = readMessageContent(args, slack.ids),
): Message {
  requireContent(content);
  const isPublic = args.text('response_type') === 'in_channel';
  const threadTs = args.text('thread_ts');
  const message = slack.messages.add({
    ...content,
    text: content.text ?? '',
    channelId: to.channelId,
    userId: slack.app.botUserId,
    byBot: true,
    ...(threadTs ? { threadTs } : {}),
    ...(isPublic ? {} : { visibleTo: to.personId }),
  });
  if (isPublic) tell(slack, { type: 'message-posted', message });
  else slack.changes.announce();
  return message;
}
