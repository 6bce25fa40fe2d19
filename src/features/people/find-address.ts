import { addressDeliveries } from '../../platform/jobs/ledger.ts';
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
  return openConversation(db, messenger, { workspaceId, memberId: recipient });
}

/** Opens the conversation with a member and remembers it, for what waits to be sent there too. */
export async function openConversation(
  db: Database,
  messenger: Messenger,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): ReturnType<Messenger['openDirectMessage']> {
  const opened = await messenger.openDirectMessage(memberId);
  if (!opened.ok) return opened;
  await saveDirectMessageId(db, workspaceId, memberId, opened.channel);
  await addressDeliveries(db, { workspaceId, recipient: memberId, channelId: opened.channel });
  return opened;
}
