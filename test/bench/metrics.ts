import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '../../src/app.ts';
import { loadProgress } from '../../src/features/progress/load-progress.ts';
import { progressMessages } from '../../src/features/progress/progress-message.ts';
import { closeDatabase, type Database, openDatabase } from '../../src/platform/storage/database.ts';
import { startEmbeddedPostgres } from '../../src/platform/storage/embedded-postgres.ts';
import { migrate } from '../../src/platform/storage/migrate.ts';
import type { Bench, Figure } from './bench.ts';
import { MANAGER, observedCompany } from './metrics/observed-company.ts';
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
  says: '/progress of a manager of twelve with three years of weekly values, among ten thousand and a million',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    await chmod(folder, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    await migrate({ connectionString: postgres.url, folder: migrationsFolder });
    const db = openDatabase(postgres.url);
    try {
      return await measure(db);
    } finally {
      await closeDatabase(db);
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function measure(db: Database): Promise<Figure[]> {
  const company = await observedCompany(db, NOW);
  const few = await company.grow(FEW);
  const among10k = await looks(db, company.workspaceId, `among ${few}`);
  const many = await company.grow(MANY);
  const among1m = await looks(db, company.workspaceId, `among ${many}`);
  return [
    { figure: 'progress_p95_ms_1m', value: percentile(among1m, 0.95), unit: 'ms' },
    { figure: 'progress_growth', value: median(among1m) / median(among10k), unit: 'times' },
    { figure: 'progress_p50_ms_1m', value: median(among1m), unit: 'ms' },
    { figure: 'progress_p50_ms_10k', value: median(among10k), unit: 'ms' },
    { figure: 'progress_p95_ms_10k', value: percentile(among10k, 0.95), unit: 'ms' },
    { figure: 'observations', value: many, unit: '' },
  ];
}

async function looks(db: Database, workspaceId: string, among: string): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let look = 0; look < WARM_UP + LOOKS; look += 1) {
    const before = performance.now();
    const progress = await loadProgress(db, {
      workspaceId,
      actorId: MANAGER,
      request: { asks: 'own-people' },
      now: NOW,
    });
    if (progress.outcome !== 'shown' || progress.members.length !== 12) throw new Error('They do not see their people.');
    const [message] = progressMessages(progress);
    if (!message) throw new Error('There is nothing to read.');
    if (look >= WARM_UP) milliseconds.push(performance.now() - before);
  }
  console.error(`${among}: ${median(milliseconds).toFixed(1)} ms, p95 ${percentile(milliseconds, 0.95).toFixed(1)} ms`);
  return milliseconds;
}
