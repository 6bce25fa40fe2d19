import { asText, type JsonObject } from '../workspace/json.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import type { Dispatch } from './dispatch.ts';
import { authorizationOf, eventContext } from './event-context.ts';
import { eventsOf } from './event-object.ts';
import { chance } from './fault-plan.ts';

/** Tells the app what it subscribed to, where it also holds the scope; the rest it never hears of. */
export class EventFeed {
  readonly #slack: Workspace;
  readonly #dispatch: Dispatch;
  readonly #underway = new Set<Promise<void>>();
  /** The latest callback of each type of event. */
  readonly #latest = new Map<string, JsonObject>();
  #repetition = { seed: '', share: 0, count: 0 };

  constructor(slack: Workspace, dispatch: Dispatch) {
    this.#slack = slack;
    this.#dispatch = dispatch;
    slack.listeners.push((happening) => this.#tell(happening));
  }

  /** Resolves when every event told so far has been acknowledged or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#underway);
  }

  /** That share of the events to come is sent twice, as when an answer gets lost. */
  repeatSome(plan: { seed: string; share: number }): void {
    this.#repetition = { ...plan, count: 0 };
  }

  /** Sends the latest event of that type once more with the same event_id, as Slack does when an answer gets lost. */
  async repeat(type: string): Promise<void> {
    const callback = this.#latest.get(type);
    if (!callback) throw new Error(`No ${type} has been told yet`);
    await this.#dispatch.sendEvent(callback, 1, 'http_timeout');
  }

  #tell(happening: Happening): void {
    const { manifest, scopes, state } = this.#slack.app;
    // An uninstalled app is told of that and of nothing more.
    const isFarewell = happening.type === 'app-uninstalled' || happening.type === 'tokens-revoked';
    if (state !== 'installed' && !isFarewell) return;
    for (const { event, subscription, scope } of eventsOf(this.#slack, happening)) {
      if (!manifest.botEvents.includes(subscription)) continue;
      if (scope && !scopes.includes(scope)) continue;
      const callback = this.#callback(event);
      this.#latest.set(asText(event['type']), callback);
      this.#follow(this.#dispatch.sendEvent(callback));
      if (this.#isToRepeat()) this.#follow(this.#dispatch.sendEvent(callback, 1, 'http_timeout'));
    }
  }

  #isToRepeat(): boolean {
    const { seed, share, count } = this.#repetition;
    this.#repetition.count += 1;
    return share > 0 && chance(seed, `event ${count}`) < share;
  }

  #follow(sending: Promise<void>): void {
    const followed = sending.finally(() => this.#underway.delete(followed));
    this.#underway.add(followed);
  }

  #callback(event: JsonObject): JsonObject {
    const { app, team, ids, calendar } = this.#slack;
    return {
      token: app.verificationToken,
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.appId,
      event,
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: calendar.seconds(),
      authorizations: [authorizationOf(this.#slack)],
      is_ext_shared_channel: false,
      event_context: eventContext(this.#slack, event),
    };
  }
}
