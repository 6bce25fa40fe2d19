import type { JsonObject } from '../workspace/json.ts';
import type { Token } from '../workspace/tokens.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethod, type ApiMethods, requireScope } from './api-method.ts';
import { Faults } from './faults.ts';
import { postScheduled } from './post-scheduled.ts';
import { type RateLimitMode, RateLimits } from './rate-limits.ts';

export interface ApiCall {
  method: string;
  /** From the Authorization header. */
  headerToken: string | undefined;
  /** Which shape the arguments came in; some methods do not read JSON. */
  bodyKind: 'form' | 'json';
  args: JsonObject;
  warnings: string[];
}

export interface ApiAnswer {
  status: number;
  headers: { [name: string]: string };
  body: JsonObject;
}

/** One line of what the app asked and was told. Tokens are left out. */
export interface LoggedRequest {
  method: string;
  args: JsonObject;
  status: number | 'hang' | 'drop';
  /** What Slack did, even where the caller never heard of it. */
  answer: JsonObject;
}

/** A demonstration may run for weeks. */
const mostRequestsKept = 10_000;

export class WebApi {
  readonly faults: Faults;
  readonly requests: LoggedRequest[] = [];
  readonly #slack: Workspace;
  readonly #methods: ApiMethods;
  readonly #rateLimits: RateLimits;
  #count = 0;

  constructor(slack: Workspace, methods: ApiMethods, rateLimits: RateLimitMode) {
    this.#slack = slack;
    this.faults = new Faults(slack.stopwatch);
    this.#methods = methods;
    this.#rateLimits = new RateLimits(rateLimits, slack.stopwatch);
  }

  /** Answers one call, or says how the connection is to fail. */
  call(call: ApiCall): ApiAnswer | 'hang' | 'drop' {
    postScheduled(this.#slack);
    const { token, ...args } = call.args;
    const { traffic, calendar, stopwatch, changes } = this.#slack;
    const began = { at: calendar.now(), elapsed: stopwatch.elapsedMilliseconds() };
    const answer = this.#answer({ ...call, args }, call.headerToken ?? (typeof token === 'string' ? token : undefined));
    const status = typeof answer.outcome === 'string' ? answer.outcome : answer.outcome.status;
    this.requests.push({ method: call.method, args, status, answer: answer.did });
    if (this.requests.length > mostRequestsKept) this.requests.shift();
    const isOk = answer.did['ok'] === true;
    traffic.note({
      kind: 'call',
      name: call.method,
      at: began.at,
      milliseconds: stopwatch.elapsedMilliseconds() - began.elapsed,
      ok: isOk && status === 200,
      outcome: status === 200 ? (isOk ? 'ok' : String(answer.did['error'])) : String(status),
      sent: args,
      answer: answer.did,
    });
    changes.announce();
    this.#count += 1;
    if (typeof answer.outcome !== 'string') {
      answer.outcome.headers['X-Slack-Req-Id'] = this.#count.toString(16).padStart(32, '0');
    }
    return answer.outcome;
  }

  #answer(call: ApiCall, token: string | undefined): { outcome: ApiAnswer | 'hang' | 'drop'; did: JsonObject } {
    const fault = this.faults.take(call.method, call.args);
    if (fault?.kind === 'rate-limited') return same(rateLimited(fault.retryAfterSeconds));
    if (fault?.kind === 'error') return same(plain({ ok: false, error: fault.error }));
    if (fault?.effect === 'none') return { outcome: failed(fault.kind), did: {} };
    const method = Object.hasOwn(this.#methods, call.method) ? this.#methods[call.method] : undefined;
    if (!method) return same(plain({ ok: false, error: 'unknown_method', req_method: call.method }));
    const caller = token === undefined ? undefined : this.#slack.tokens.find(token);
    const refusal = this.#refuseToken(method, token, caller, call.headerToken !== undefined);
    if (refusal) return same(plain({ ok: false, error: refusal }));
    const channel = channelMeant(this.#slack, stringOf(call.args['channel']));
    const wait = this.#rateLimits.secondsToWait(call.method, method.callsPerMinute, channel);
    if (wait !== undefined) return same(rateLimited(wait));
    const done = plain(this.#run(method, call, caller));
    if (caller && method.token !== 'app' && method.token !== 'none') {
      done.headers['X-OAuth-Scopes'] = caller.scopes.join(',');
      done.headers['X-Accepted-OAuth-Scopes'] = method.scopes.join(',');
    }
    return fault ? { outcome: failed(fault.kind), did: done.body } : same(done);
  }

  #refuseToken(
    method: ApiMethod,
    token: string | undefined,
    caller: Token | undefined,
    inHeader: boolean,
  ): string | undefined {
    if (method.token === 'none') return undefined;
    if (!token || (method.token === 'app' && !inHeader)) return 'not_authed';
    if (!caller) return 'invalid_auth';
    if (caller.kind !== 'app' && this.#slack.app.state === 'uninstalled') return 'account_inactive';
    if (caller.refusal) return caller.refusal;
    if (caller.expiresAt !== undefined && caller.expiresAt <= this.#slack.calendar.seconds()) return 'token_expired';
    const wanted = method.token === 'bot-or-user' ? ['bot', 'user'] : [method.token];
    return wanted.includes(caller.kind) ? undefined : 'not_allowed_token_type';
  }

  #run(method: ApiMethod, call: ApiCall, caller: Token | undefined): JsonObject {
    const args = call.bodyKind === 'json' && !method.readsJson ? {} : call.args;
    try {
      for (const scope of method.scopes) requireScope(this.#slack, scope);
      const result = method.run(this.#slack, new ApiArguments(args), caller);
      return withWarnings({ ok: true, ...result }, call.warnings);
    } catch (error) {
      if (error instanceof ApiError)
        return withWarnings({ ok: false, error: error.code, ...error.details }, call.warnings);
      throw error;
    }
  }
}

function plain(body: JsonObject): ApiAnswer {
  return { status: 200, headers: {}, body };
}

function rateLimited(seconds: number): ApiAnswer {
  return { status: 429, headers: { 'Retry-After': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
}

function failed(kind: 'server-error' | 'hang' | 'drop'): ApiAnswer | 'hang' | 'drop' {
  return kind === 'server-error' ? { status: 500, headers: {}, body: { ok: false, error: 'internal_error' } } : kind;
}

function same(outcome: ApiAnswer): { outcome: ApiAnswer; did: JsonObject } {
  return { outcome, did: outcome.body };
}

function withWarnings(body: JsonObject, warnings: string[]): JsonObject {
  if (warnings.length === 0) return body;
  const metadata = typeof body['response_metadata'] === 'object' ? body['response_metadata'] : {};
  return { ...body, warning: warnings.join(','), response_metadata: { ...metadata, warnings } };
}

/** The id of the channel, which may be given as a name or a person: its rate is one whatever it is called. */
function channelMeant({ channels, app }: Workspace, target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  return (channels.findDirect([target, app.botUserId]) ?? channels.findByName(target))?.id ?? target;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
