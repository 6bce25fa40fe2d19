import type { Database, Transaction } from '../../platform/storage/database.ts';
import { createOrderedIds } from '../../platform/storage/ordered-id.ts';
import { loadDefinitionsInUse } from '../metrics/load-definition.ts';
import type { Metric } from '../metrics/metric.ts';
import type { DecimalMark } from '../metrics/typed-number.ts';
import { type Identity, identifyPeople } from '../people/identify-people.ts';
import {
  applyJudged,
  findJudged,
  insertIncoming,
  judgeIncoming,
  openIncoming,
  type RowOutcome,
} from './incoming-store.ts';
import { latestDay, type ReadRow, type RowProblem, readObservationRow, type SentRow } from './observation-row.ts';

export interface ObservationsSent {
  workspaceId: string;
  /** The key of a source, or one of our own (governance/source.ts). */
  source: string;
  /** The member who brings them; or the key of the source. */
  recordedById: string;
  /** Read once, a batch at a time, however many they are. */
  rows: AsyncIterable<SentRow> | Iterable<SentRow>;
  decimalMark?: DecimalMark;
  /** Everything, unless said otherwise. */
  maySend?: (metric: Metric) => boolean;
  /** Good rows are kept though others are not. */
  isPartial: boolean;
  /** Only tells what would become of them. */
  isDryRun: boolean;
  /** At most so many problems are told in full. */
  mostProblems: number;
  /** Also tell what becomes of each row. */
  tellsEach?: boolean;
  /** Told after each batch how many rows were read. */
  onRead?: (rows: number) => void;
  now: Date;
}

export interface ObservationsRecorded {
  /** Whether anything was put on record; false for a dry run, and where a bad row held back the rest. */
  isApplied: boolean;
  rows: number;
  inserted: number;
  unchanged: number;
  corrected: number;
  refused: number;
  /** In the order of the rows. */
  problems: RowProblem[];
  /** By place of the row, where that was asked for; what is missing is refused. */
  outcomes?: Map<number, RowOutcome>;
}

/** Small: Prisma remembers the last hundred things that it did, batches among them. */
const BATCH = 1000;
const MOST_MILLISECONDS = 30 * 60_000;
const kept = ['inserted', 'unchanged', 'corrected'] as const satisfies RowOutcome[];
/** The last word is with a person: what sources may not change by sending it again. */
const refusals = ['same_key', 'other_value', 'changed_by_hand', 'withdrawn'] as const satisfies RowOutcome[];

/**
 * Puts values on record, all of them or, unless it may be partial, none. Memory holds one batch of rows and the problems that
 * are told. The same rows again change nothing; a row whose key was sent before with another value corrects it.
 */
export async function recordObservations(db: Database, sent: ObservationsSent): Promise<ObservationsRecorded> {
  return db.$transaction(
    async (transaction) => {
      const { startedAt } = await openIncoming(transaction, sent);
      const read = await readAll(transaction, sent, createOrderedIds(startedAt));
      const judged = await judgeIncoming(transaction, sent);
      const count = (outcome: RowOutcome) => judged.get(outcome) ?? 0;
      const refused = read.refused + refusals.reduce((sum, outcome) => sum + count(outcome), 0);
      const found = await findJudged(transaction, { outcomes: refusals, most: sent.mostProblems });
      const problems = [...read.problems, ...found.map(problemOf)].sort((one, other) => one.at - other.at);
      const each = sent.tellsEach && (await findJudged(transaction, { outcomes: kept, most: read.rows }));
      const isApplied = !sent.isDryRun && (refused === 0 || sent.isPartial);
      const reason = `Sent again by ${sent.source}, changed.`;
      if (isApplied) await applyJudged(transaction, { ...sent, reason });
      const [inserted, unchanged, corrected] = [count('inserted'), count('unchanged'), count('corrected')];
      const counts = { rows: read.rows, inserted, unchanged, corrected, refused };
      return {
        isApplied,
        ...counts,
        problems: problems.slice(0, sent.mostProblems),
        ...(each && { outcomes: new Map(each.map(({ at, outcome }) => [at, outcome])) }),
      };
    },
    { timeout: MOST_MILLISECONDS, maxWait: 30_000 },
  );
}

async function readAll(transaction: Transaction, sent: ObservationsSent, nextId: () => string) {
  const inUse = await loadDefinitionsInUse(transaction, sent.workspaceId);
  const metrics = new Map(inUse.map((metric) => [metric.key, metric]));
  const members = new Map<string, Identity>();
  const problems: RowProblem[] = [];
  let rows = 0;
  let refused = 0;
  let batch: SentRow[] = [];
  const surroundings = {
    metric: (key: string) => metrics.get(key),
    member: (reference: string) => memberOf(members.get(reference)),
    maySend: sent.maySend ?? (() => true),
    latestOn: latestDay(sent.now),
    ...(sent.decimalMark && { decimalMark: sent.decimalMark }),
  };
  for await (const row of sent.rows) {
    batch.push(row);
    if (batch.length === BATCH) await takeBatch();
  }
  await takeBatch();
  return { rows, refused, problems };

  async function takeBatch(): Promise<void> {
    const unknown = new Set(batch.map(referenceOf).filter((reference) => !members.has(reference)));
    const asked = { workspaceId: sent.workspaceId, references: [...unknown] };
    for (const [reference, identity] of await identifyPeople(transaction, asked)) members.set(reference, identity);
    const good: (ReadRow & { id: string })[] = [];
    for (const row of batch) {
      const read = readObservationRow(row, surroundings);
      if (!Array.isArray(read)) {
        good.push({ ...read, id: nextId() });
        continue;
      }
      refused += 1;
      if (problems.length < sent.mostProblems) problems.push(...read);
    }
    if (good.length > 0) await insertIncoming(transaction, good);
    rows += batch.length;
    batch = [];
    sent.onRead?.(rows);
  }
}

function referenceOf({ member = '' }: SentRow): string {
  const reference = member.trim();
  return reference.includes('@') ? reference.toLowerCase() : reference;
}

/** Those who left keep their numbers. */
function memberOf(identity: Identity = { status: 'unknown' }): { id: string } | { problem: string } {
  switch (identity.status) {
    case 'member':
      return { id: identity.id };
    case 'ambiguous':
      return { problem: `Several accounts have this address: ${identity.ids.join(', ')}. Write the id of one.` };
    case 'bot':
      return { problem: 'This is a bot.' };
    case 'deactivated': {
      const [only, another] = identity.ids;
      return only && !another ? { id: only } : { problem: 'Nobody has this address now. Write the Slack id.' };
    }
    case 'unknown':
      return { problem: 'Nobody in this Slack workspace is known by that. Write an e-mail address or a Slack id.' };
  }
}

function problemOf({ at, outcome, firstAt }: { at: number; outcome: RowOutcome; firstAt: number }): RowProblem {
  switch (outcome) {
    case 'same_key':
      return {
        at,
        field: 'key',
        reason: `It has the same key as ${firstAt}, or is about the same value without a key. Give each a key of its own.`,
      };
    case 'other_value':
      return {
        at,
        field: 'key',
        reason: 'This key was sent before for another metric, member, day or dimension. Give it a new key.',
      };
    case 'changed_by_hand':
      return {
        at,
        field: 'value',
        reason: 'A person corrected this value since it was sent. Its data owner can correct it again.',
      };
    case 'withdrawn':
      return { at, field: 'value', reason: 'This value was withdrawn. Send another one under a new key.' };
    default:
      throw new Error(`A row that is ${outcome} is no problem.`);
  }
}
