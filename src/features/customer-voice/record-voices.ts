import { createHash } from 'node:crypto';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { createOrderedIds } from '../../platform/storage/ordered-id.ts';
import { type CalendarDay, dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { findSentBefore, insertSentVoices, lockOrigin, type VoiceToInsert } from './import-store.ts';
import { quotableDays, type RefreshQuoting } from './quoting.ts';
import {
  type DateOrder,
  memberReferences,
  readSentVoice,
  type SentVoice,
  type VoiceSurroundings,
} from './sent-voice.ts';
import type { Voice, VoiceContent } from './voice.ts';

export interface VoicesSent {
  workspaceId: string;
  /** The key of the source that sends them. */
  origin: string;
  rows: readonly SentVoice[];
  dates: DateOrder;
  /** Good rows are kept though others are not. */
  isPartial: boolean;
  /** Only tells what would become of them. */
  isDryRun: boolean;
  now: Date;
  refreshQuoting: RefreshQuoting;
}

type VoiceOutcome = 'inserted' | 'corrected' | 'unchanged' | 'empty' | 'refused';

interface VoiceProblem {
  at: number;
  field: string;
  reason: string;
}

/** What became of every row: the counts come to the number of rows. */
export type VoicesRecorded = Record<VoiceOutcome, number> & {
  rows: number;
  /** Whether anything was put on record; false for a dry run, and where a bad row held back the rest. */
  isApplied: boolean;
  problems: VoiceProblem[];
  /** In the order of the rows. */
  outcomes: VoiceOutcome[];
};

const BATCH = 1000;
const MOST_MILLISECONDS = 10 * 60_000;

/**
 * Puts what was sent on record, all of it or, unless it may be partial, nothing. The same again changes nothing; a row
 * whose key was sent before with other content is a new version of it. What a person took back stays taken back.
 */
export async function recordVoices(db: Database, sent: VoicesSent): Promise<VoicesRecorded> {
  return db.$transaction(
    async (transaction) => {
      await lockOrigin(transaction, sent.workspaceId, sent.origin);
      const surroundings = await surroundingsOf(transaction, sent);
      const judged = await judge(transaction, sent, surroundings);
      const count = (outcome: VoiceOutcome) => judged.outcomes.filter((one) => one === outcome).length;
      const isApplied = !sent.isDryRun && (judged.problems.length === 0 || sent.isPartial);
      for (let at = 0; isApplied && at < judged.voices.length; at += BATCH) {
        await insertSentVoices(transaction, { ...sent, voices: judged.voices.slice(at, at + BATCH) });
      }
      if (isApplied) await sent.refreshQuoting(transaction, { ...sent, days: [...judged.quotableDays] });
      return {
        rows: sent.rows.length,
        isApplied,
        inserted: count('inserted'),
        corrected: count('corrected'),
        unchanged: count('unchanged'),
        empty: count('empty'),
        refused: count('refused'),
        problems: judged.problems,
        outcomes: judged.outcomes,
      };
    },
    { timeout: MOST_MILLISECONDS, maxWait: 30_000 },
  );
}

async function surroundingsOf(
  db: Transaction,
  { workspaceId, rows, dates, now }: VoicesSent,
): Promise<VoiceSurroundings> {
  const metrics = new Set((await loadMetricNames(db, workspaceId)).map(({ key }) => key));
  const references = [...new Set(rows.flatMap(({ members }) => memberReferences(members)))];
  const identities = await identifyPeople(db, { workspaceId, references });
  return {
    member(reference) {
      const identity = identities.get(reference);
      return identity?.status === 'member' ? identity.id : undefined;
    },
    isMetric: (key) => metrics.has(key),
    // It is tomorrow already where somebody answers.
    latestOn: plusDays(dayOf(now, 'UTC'), 1),
    dates,
  };
}

interface Judged {
  outcomes: VoiceOutcome[];
  problems: VoiceProblem[];
  voices: VoiceToInsert[];
  /** Of what is said anew, and of what it replaces. */
  quotableDays: Set<CalendarDay>;
}

async function judge(db: Transaction, sent: VoicesSent, surroundings: VoiceSurroundings): Promise<Judged> {
  const judged: Judged = { outcomes: [], problems: [], voices: [], quotableDays: new Set() };
  const nextId = createOrderedIds(sent.now);
  const keys = new Set<string>();
  const repeats = new Map<string, number>();
  for (let from = 0; from < sent.rows.length; from += BATCH) {
    const read = sent.rows.slice(from, from + BATCH).map((row) => ({ row, ...readSentVoice(row, surroundings) }));
    const keyed = read.map((one) =>
      one.outcome === 'voice' ? { ...one, key: one.key ?? keyOf(one.content, repeats) } : one,
    );
    const wanted = keyed.flatMap((one) => (one.outcome === 'voice' ? [one.key] : []));
    const before = await findSentBefore(db, { ...sent, keys: wanted });
    for (const one of keyed) {
      const refuse = (field: string, reason: string) => {
        judged.problems.push({ at: one.row.at, field, reason });
        judged.outcomes.push('refused');
      };
      if (one.outcome === 'refused') refuse(one.field, one.reason);
      else if (one.outcome === 'empty') judged.outcomes.push('empty');
      else if (keys.has(one.key)) refuse('key', `"${one.key.slice(0, 80)}" was given to an earlier row.`);
      else {
        const { key, content } = one;
        keys.add(key);
        const stands = before.get(key);
        if (stands && (stands.isWithdrawn || isSame(stands.voice, content))) judged.outcomes.push('unchanged');
        else {
          judged.outcomes.push(stands ? 'corrected' : 'inserted');
          const version = (stands?.version ?? 0) + 1;
          judged.voices.push({ id: nextId(), key, content, version, supersedesId: stands?.voice.id ?? null });
          const days = quotableDays(stands ? [stands.voice, content] : [content]);
          for (const day of days) judged.quotableDays.add(day);
        }
      }
    }
  }
  return judged;
}

/** Without a key of the sender's, what was said names the row; the second that says just the same is the second. */
function keyOf(content: VoiceContent, repeats: Map<string, number>): string {
  const hash = createHash('sha256').update(asText(content)).digest('hex').slice(0, 32);
  const time = (repeats.get(hash) ?? 0) + 1;
  repeats.set(hash, time);
  return `row-${hash}-${time}`;
}

function isSame(voice: Voice, content: VoiceContent): boolean {
  return asText(voice) === asText(content);
}

function asText(voice: VoiceContent): string {
  const { client, segment, source, score, words, mayQuote, saidOn, memberIds, metricKey } = voice;
  const { kind, from, to, value } = score ?? {};
  return JSON.stringify([
    client,
    segment,
    source,
    kind,
    from,
    to,
    value,
    words,
    mayQuote,
    saidOn,
    memberIds,
    metricKey,
  ]);
}
