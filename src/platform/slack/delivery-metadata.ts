import type { MessageMetadata } from '@slack/types';

const EVENT_TYPE = 'throughline_delivery';

/** Travels with each message, unseen by people, so that it can be recognised after a crash. */
export function deliveryMetadata(key: string): MessageMetadata {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

/** The delivery key in the metadata of a message read from Slack, if it is one of ours. */
export function keyIn(metadata: unknown): string | undefined {
  const { event_type: type, event_payload: payload } = fieldsOf(metadata);
  const { key } = fieldsOf(payload);
  return type === EVENT_TYPE && typeof key === 'string' ? key : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
