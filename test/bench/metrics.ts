import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '../../src/app.ts';
import { loadPeople } from '../../src/features/people/load-people.ts';
import { loadProgress } from '../../src/features/progress/load-progress.ts';
import { progressMessage } from '../../src/features/progress/progress-message.ts';
import { loadPrecedences } from '../../src/features/signals/load-precedences.ts';
import { MOST_PEOPLE } from '../../src/features/signals/precedence.ts';
import { closeDatabase, openDatabase } from '../../src/platform/storage/database.ts';
import { startEmbeddedPostgres } from '../../src/platform/storage/embedded-postgres.ts';
import { migrate } from '../../src/platform/storage/migrate.ts';
import type { Bench, Figure } from './bench.ts';
import { importing } from './metrics/import.ts';
import { type ObservedCompany, observedCompany } from './metrics/observed-company.ts';
import { median, percentile } from './statistics.ts';

const NOW = new Date('2026-03-26T09:00:00Z');
const FEW = 10_000;
const MANY = 1_000_000;
/** The first looks find nothing ready: code is compiled, connections open. */
const WARM_UP = 15;
const LOOKS = 100;

/** What a manager of twelve waits for on our side, from the command to the words that answer it. */
export const metrics: Bench = {
  name: 'metrics',
  says: '/progress of a manager of twelve with three years of weekly values and plans, among ten thousand and a million; and `import`',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    await chmod(folder, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    const figures: Figure[] = [];
    try {
      figures.push(...(await measure(postgres.url)));
    } finally {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return [...figures, ...(await importing.run())];
  },
};

/** Two databases on one server, looked at in turn: whatever else this machine does meanwhile, it does to both. */
async function measure(url: string): Promise<Figure[]> {
  const few = await openCompany(url, 'few', FEW);
  const many = await openCompany(url, 'many', MANY);
  try {
    const [among10k, among1m]: [number[], number[]] = [[], []];
    for (let time = 0; time < WARM_UP + LOOKS; time += 1) {
      const [short, long] = [await look(few), await look(many)];
      if (time < WARM_UP) continue;
      among10k.push(short);
      among1m.push(long);
    }
    return [
      { figure: 'progress_p95_ms_1m', value: percentile(among1m, 0.95), unit: 'ms' },
      { figure: 'progress_growth', value: median(among1m) / median(among10k), unit: 'times' },
      { figure: 'progress_p50_ms_1m', value: median(among1m), unit: 'ms' },
      { figure: 'progress_p50_ms_10k', value: median(among10k), unit: 'ms' },
      { figure: 'precedes_seconds_1m', value: (await timePrecedences(many)) / 1000, unit: 's' },
      { figure: 'observations, few', value: few.observations, unit: '' },
      { figure: 'observations, many', value: many.observations, unit: '' },
    ];
  } finally {
    await closeDatabase(few.db);
    await closeDatabase(many.db);
  }
}

async function openCompany(url: string, name: string, observations: number): Promise<ObservedCompany> {
  const server = openDatabase(url, { poolSize: 1 });
  await server.$executeRawUnsafe(`create database ${name}`);
  await closeDatabase(server);
  const connectionString = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await migrate({ connectionString, folder: migrationsFolder });
  const db = openDatabase(connectionString);
  const company = await observedCompany(db, { observations, now: NOW });
  console.error(`${name}: ${company.observations} observations`);
  return company;
}

/** Milliseconds until it is known what tends to precede what, over everybody. */
async function timePrecedences({ db, workspaceId }: ObservedCompany): Promise<number> {
  const memberIds = (await loadPeople(db, workspaceId)).map(({ id }) => id);
  const before = performance.now();
  const found = await loadPrecedences(db, { workspaceId, memberIds, now: NOW });
  if (found.some(({ units }) => units !== MOST_PEOPLE)) throw new Error('Of so many people there are enough to tell.');
  return performance.now() - before;
}

/** Milliseconds from the command to the words that answer it. */
async function look({ db, workspaceId, managerId: actorId }: ObservedCompany): Promise<number> {
  const before = performance.now();
  const request = { asks: 'own-people' } as const;
  const progress = await loadProgress(db, { workspaceId, actorId, request, surface: '/progress', now: NOW });
  if (progress.outcome !== 'shown' || progress.members.length !== 12) throw new Error('They do not see their people.');
  const message = progressMessage(progress);
  if (message.blocks.length === 0) throw new Error('There is nothing to read.');
  return performance.now() - before;
}
