import type { Address } from '../../platform/jobs/send-delivery.ts';
import type { Messenger } from '../../platform/slack/messenger.ts';
import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Database } from '../../platform/storage/database.ts';
import { findReach, saveDirectMessageId } from './store.ts';

/**
 * Where a delivery goes: a channel as it is, a member by the conversation with them, opened once and remembered. Slack
 * takes messages for deactivated people without a word, so those are told apart here.
 */
export async function findAddress(db: Database, messenger: Messenger, delivery: Delivery): Promise<Address> {
  const { workspaceId, recipient } = delivery;
  if (!/^[UW]/.test(recipient)) return { ok: true, channel: recipient };
  const member = await findReach(db, workspaceId, recipient);
  if (!member || member.deactivatedAt) return { ok: false, kind: 'gone', error: 'the member left' };
  if (member.directMessageId) return { ok: true, channel: member.directMessageId };
  const opened = await messenger.openDirectMessage(recipient);
  if (opened.ok) await saveDirectMessageId(db, workspaceId, recipient, opened.channel);
  return opened;
}
