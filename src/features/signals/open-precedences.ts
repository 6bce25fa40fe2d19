import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { loadPeople } from '../people/load-people.ts';
import { manages } from '../people/management.ts';
import { loadPrecedences } from './load-precedences.ts';
import { precedencesMessage } from './precedences-message.ts';

/** Fewer people could be recognised in what is told of them all together. */
const FEWEST_TOGETHER = 5;

const FOR_OTHERS =
  'What tends to precede what is told to managers over their people, and to sponsors and administrators over everybody. Your own numbers are in `/progress`.';
const TOO_FEW = `Over everybody it is told from ${FEWEST_TOGETHER} people on; with fewer, single ones could be recognised.`;

/** To a manager, over the people below them; to sponsors and administrators, over everybody. Nobody is named to anyone. */
export async function openPrecedences(
  db: Database,
  asked: { client: Pick<WebClient, 'users'>; workspaceId: string; userId: string; now: Date },
): Promise<Message> {
  const { client, workspaceId, userId: actorId, now } = asked;
  const standing = await loadStanding(db, { workspaceId, actorId, now });
  const everyone = (await loadPeople(db, workspaceId)).map(({ id }) => id);
  const below = everyone.filter((id) => standing.isHere && manages(standing.managerOf, actorId, id));
  if (below.length > 0) {
    const at = below.map((subjectId) => ({ subjectId, parts: ['numbers' as const] }));
    await recordLooks(db, { workspaceId, actorId, at, surface: '/throughline precedes', now });
    return precedencesMessage(await loadPrecedences(db, { workspaceId, memberIds: below, now }), 'your people');
  }
  const seesAll = standing.isSponsor || (await identifyAdministrator(client, actorId));
  if (!seesAll) return { text: FOR_OTHERS, blocks: [] };
  if (everyone.length < FEWEST_TOGETHER) return { text: TOO_FEW, blocks: [] };
  const all = await loadPrecedences(db, { workspaceId, memberIds: everyone, now });
  const together = all.filter(({ units, finding }) => finding.outcome === 'too-little' || units >= FEWEST_TOGETHER);
  return precedencesMessage(together, 'everybody');
}
