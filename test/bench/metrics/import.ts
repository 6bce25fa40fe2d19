import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createSource } from '../../../src/features/governance/create-source.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts';
import type { Bench, Figure } from '../bench.ts';
import { type OwnDatabase, onOwnDatabase } from '../own-database.ts';

const PEOPLE = 250;
const METRICS = 4;
const DAYS = 200;
const ROWS = PEOPLE * METRICS * DAYS;
const LOOK_MILLISECONDS = 100;
const START = new Date('2026-03-26T09:00:00Z');

/** The command as somebody types it, in a process of its own, on the embedded database. */
export const importing: Bench = {
  name: 'import',
  says: 'a CSV file of 200,000 values by the command line, twice',
  run: () => onOwnDatabase(2, measureImport),
};

async function measureImport({ db, url, folder, later }: OwnDatabase): Promise<Figure[]> {
  const manifest = JSON.parse(await readFile(new URL('../../../manifest/socket-mode.json', import.meta.url), 'utf8'));
  const slack = await startSimulator({ manifest });
  later(() => slack.close());
  await setUp(db, slack);
  const file = join(folder, 'values.csv');
  await writeValues(file);

  const env = { ...connectionTo(slack), DATABASE_URL: url };
  const first = await importFile(file, env);
  const again = await importFile(file, env);
  const kept = await db.observation.count();
  if (first.inserted !== ROWS || again.unchanged !== ROWS || kept !== ROWS) {
    throw new Error(`${ROWS} rows should be kept once: ${JSON.stringify({ first, again, kept })}`);
  }
  return [
    { figure: 'import_200k_seconds', value: first.seconds, unit: 's' },
    { figure: 'import rows per second', value: ROWS / first.seconds, unit: 'rows/s' },
    { figure: 'import, memory at most', value: first.megabytes, unit: 'MB' },
    { figure: 'import again, seconds', value: again.seconds, unit: 's' },
  ];
}

function connectionTo(slack: Simulator): Record<string, string> {
  return { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
}

async function setUp(db: Database, { teamId: workspaceId, botUserId }: Simulator): Promise<void> {
  await db.workspace.create({ data: { id: workspaceId, name: 'Large', botUserId, installedAt: START } });
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    workspaceId,
    id: `U${at}`,
    kind: 'person' as const,
    name: `p${at}`,
    email: `p${at}@example.com`,
    timeZone: 'Europe/Berlin',
  }));
  await db.member.createMany({ data: people });
  for (let at = 0; at < METRICS; at += 1) {
    await db.metric.create({ data: { workspaceId, key: `metric_${at}` } });
    const named = { workspaceId, metricKey: `metric_${at}`, version: 1, name: `Metric ${at}`, meaning: 'A number.' };
    const typed = { unit: 'tickets', direction: 'lower', timing: 'leading', source: 'Help desk' } as const;
    await db.metricDefinition.create({ data: { ...named, ...typed, definedAt: START } });
  }
  const source = { workspaceId, key: 'helpdesk', name: 'Helpdesk', maySend: ['observations' as const] };
  await createSource(db, { ...source, sendsFilesOnly: true, now: START });
}

async function writeValues(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('metric,member,on,value,note\r\n');
  for (let day = 0; day < DAYS; day += 1) {
    const on = new Date(START.getTime() - day * 86_400_000).toISOString().slice(0, 10);
    for (let person = 0; person < PEOPLE; person += 1) {
      for (let metric = 0; metric < METRICS; metric += 1) {
        file.write(
          `metric_${metric},p${person}@example.com,${on},${day + person}.${metric}5,"as ""counted"", by hand"\r\n`,
        );
      }
    }
  }
  file.end();
  await finished(file);
}

interface Imported {
  seconds: number;
  /** What the process held at most, as far as was looked. */
  megabytes: number;
  inserted: number;
  unchanged: number;
}

async function importFile(file: string, env: Record<string, string>): Promise<Imported> {
  const command = ['src/cli/main.ts', 'import', 'observations', file, '--source', 'helpdesk', '--json'];
  const before = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '../../..'),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let megabytes = 0;
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(child.pid));
  }, LOOK_MILLISECONDS);
  const said: string[] = [];
  child.stdout.on('data', (text) => said.push(String(text)));
  await once(child, 'close');
  clearInterval(looking);
  const seconds = (performance.now() - before) / 1000;
  const { recorded } = JSON.parse(said.join(''));
  return { seconds, megabytes, inserted: recorded.inserted, unchanged: recorded.unchanged };
}

function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    // It ended since.
    return 0;
  }
}
