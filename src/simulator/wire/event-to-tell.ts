import type { Channel } from '../workspace/channels.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { channelTypes } from './channel-object.ts';
import type { EventType } from './payload-types.ts';

/** An event and what the app needs to be told of it. */
export interface EventToTell {
  event: JsonObject;
  /** The name under `bot_events`. */
  subscription: string;
  scope: string | undefined;
}

/** An event stamped now; its subscription is its type unless it has another name there. */
export function eventOf(
  slack: Workspace,
  type: EventType,
  scope: string | undefined,
  fields: JsonObject,
  subscription: string = type,
): EventToTell {
  return { event: { type, ...fields, event_ts: slack.calendar.nextTs() }, subscription, scope };
}

/** `channels:read`, `im:history` and so on. */
export function scopeFor(channel: Channel, right: 'read' | 'history'): string {
  return `${channelTypes[channel.kind].scopeWord}:${right}`;
}
