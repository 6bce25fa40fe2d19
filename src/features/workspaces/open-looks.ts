import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadLooks } from '../governance/load-looks.ts';
import { looksMessage } from '../governance/looks-message.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { loadPeople } from '../people/load-people.ts';

const MENTION = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;
const HELP =
  '`/throughline looks` shows who looked at what is on record about you, when and where. Administrators may ask for somebody else: `/throughline looks @name`.';
const NOT_ALLOWED =
  "Who looked at somebody's record is seen by themselves and by administrators of this Slack workspace. `/throughline looks` shows who looked at yours.";

/** Who looked at the record of whoever asks, or of the person that an administrator names. */
export async function openLooks(
  db: Database,
  asks: { client: Pick<WebClient, 'users'>; workspaceId: string; actorId: string; typed: string; now: Date },
): Promise<Message> {
  const { client, workspaceId, actorId, now } = asks;
  const typed = asks.typed.trim();
  const named = MENTION.exec(typed)?.[1];
  if (typed !== '' && named === undefined) return { text: HELP, blocks: [] };
  const subjectId = named ?? actorId;
  const isAdministrator = subjectId !== actorId && (await identifyAdministrator(client, actorId));
  const looks = await loadLooks(db, { workspaceId, actorId, subjectId, isAdministrator, now });
  if (looks.outcome === 'not-allowed') return { text: NOT_ALLOWED, blocks: [] };
  const timeZone = (await loadPeople(db, workspaceId)).find(({ id }) => id === actorId)?.timeZone ?? 'Etc/UTC';
  const metrics = await loadMetricNames(db, workspaceId);
  return looksMessage(looks, { timeZone, metrics, ofWhom: subjectId === actorId ? null : subjectId });
}
