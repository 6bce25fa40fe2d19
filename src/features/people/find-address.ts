import { addressDeliveries } from '../../platform/jobs/ledger.ts';
import type { Address } from '../../platform/jobs/send-delivery.ts';
import type { Messenger } from '../../platform/slack/messenger.ts';
import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Database } from '../../platform/storage/database.ts';
import { findReach, findStillHere, saveDirectMessageId } from './store.ts';

/**
 * Where a delivery goes: a channel as it is, a member by the conversation with them, opened once and remembered, and
 * several members, their ids with commas between, by the group conversation that Slack has for just them. Slack takes
 * messages for deactivated people without a word, so those are told apart here.
 */
export async function findAddress(db: Database, messenger: Messenger, delivery: Delivery): Promise<Address> {
  const { workspaceId, recipient } = delivery;
  if (!/^[UW]/.test(recipient)) return { ok: true, channel: recipient };
  if (recipient.includes(',')) return findGroupAddress(db, messenger, delivery);
  const member = await findReach(db, workspaceId, recipient);
  if (!member || member.deactivatedAt) return { ok: false, kind: 'gone', error: 'the member left' };
  if (member.directMessageId) return { ok: true, channel: member.directMessageId };
  return openConversation(db, messenger, { workspaceId, memberId: recipient });
}

/** Of those who left, the group does without: the others go on. Slack opens the same conversation for the same people. */
async function findGroupAddress(
  db: Database,
  messenger: Messenger,
  { workspaceId, recipient }: Delivery,
): Promise<Address> {
  const ids = recipient.split(',');
  const here = await findStillHere(db, workspaceId, ids);
  if (here.length < 2) return { ok: false, kind: 'gone', error: 'fewer than two of them are still here' };
  const opened = await messenger.openDirectMessage(here.join(','));
  if (opened.ok) await addressDeliveries(db, { workspaceId, recipient, channelId: opened.channel });
  return opened;
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
