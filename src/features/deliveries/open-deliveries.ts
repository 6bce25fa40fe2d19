import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { deliveriesMessage } from './deliveries-message.ts';
import { loadDeliveries } from './load-deliveries.ts';
import type { Resent } from './resend-deliveries.ts';

const PER_PAGE = 8;

const FOR_ADMINISTRATORS = [
  'Only administrators of this Slack workspace see what waits and what could not be sent: it names people.',
  'If a message of yours did not come, `/checkin` opens your check-in without it, and the Home tab of this app shows everything on record about you. An administrator can resend it with `/throughline deliveries`.',
].join('\n');

interface OpenDeliveries {
  client: Pick<WebClient, 'users'>;
  workspaceId: string;
  userId: string;
  page: number;
  now: Date;
  /** Done first, for administrators only. */
  act?: () => Promise<Resent>;
}

/** What an administrator sees of deliveries; for everybody else, what they can do instead. */
export async function openDeliveries(db: Database, input: OpenDeliveries): Promise<Message> {
  const { client, workspaceId, userId, page, now, act } = input;
  if (!(await identifyAdministrator(client, userId))) return { text: FOR_ADMINISTRATORS, blocks: [] };
  const resent = await act?.();
  const deliveries = await loadDeliveries(db, { workspaceId, page, perPage: PER_PAGE, now });
  return deliveriesMessage(deliveries, resent && readableResent(resent));
}

function readableResent({ count, leftInDoubt }: Resent): string {
  const done = count === 0 ? 'Nothing was left to resend.' : `Resent: ${count}.`;
  return leftInDoubt === 0
    ? done
    : `${done} In doubt and left alone: ${leftInDoubt}; look whether they arrived, and resend them one by one.`;
}
