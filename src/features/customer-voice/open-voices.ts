import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { findToday } from '../people/find-today.ts';
import { quarterOf } from './quarter.ts';
import { countScores, findVoices } from './store.ts';
import { mayCorrectVoice, mayReadVoice, mayWithdrawVoice } from './voice-rights.ts';
import { summariseScores } from './voice-summary.ts';
import { voicesMessage } from './voices-message.ts';

const PER_PAGE = 5;
/** So many of two quarters are looked through for what this reader may read. */
const MOST_VOICES = 500;

/** What customers said in this quarter and the one before: figures for everybody, words as far as one may read them. */
export async function openVoices(
  db: Database,
  { workspaceId, memberId, page, now }: { workspaceId: string; memberId: string; page: number; now: Date },
): Promise<Message> {
  const today = await findToday(db, { workspaceId, memberId, now });
  const quarters = [quarterOf(today), quarterOf(today, 1)];
  const periods = [];
  for (const quarter of quarters) {
    const scales = summariseScores(await countScores(db, { workspaceId, from: quarter.from, to: quarter.to }));
    periods.push({ quarter, scales });
  }
  const span = { from: quarters[1]?.from ?? today, to: quarters[0]?.to ?? today };
  const all = await findVoices(db, { workspaceId, ...span, limit: MOST_VOICES });
  const standing = await loadStanding(db, { workspaceId, actorId: memberId, now });
  const readable = all.filter((voice) => mayReadVoice(standing, voice));
  const pages = Math.max(1, Math.ceil(readable.length / PER_PAGE));
  const shownPage = Math.min(Math.max(0, page), pages - 1);
  const voices = readable.slice(shownPage * PER_PAGE, (shownPage + 1) * PER_PAGE);
  const subjectIds = [...new Set(voices.filter(({ mayQuote }) => !mayQuote).flatMap(({ memberIds }) => memberIds))];
  const at = subjectIds.map((subjectId) => ({ subjectId, parts: ['feedback' as const] }));
  await recordLooks(db, { workspaceId, actorId: memberId, at, surface: '/throughline voice', now });
  const metrics = new Map((await loadMetricNames(db, workspaceId)).map(({ key, name }) => [key, name]));
  const shown = voices.map((voice) => ({
    voice,
    metricName: voice.metricKey === null ? null : (metrics.get(voice.metricKey) ?? voice.metricKey),
    mayCorrect: mayCorrectVoice(memberId, voice),
    mayWithdraw: mayWithdrawVoice(standing, voice),
  }));
  return voicesMessage({ periods, shown, hidden: all.length - readable.length, page: shownPage, pages });
}
