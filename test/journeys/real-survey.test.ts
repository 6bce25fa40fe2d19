import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countScores } from '../../src/features/customer-voice/store.ts';
import { summariseScores } from '../../src/features/customer-voice/voice-summary.ts';
import { createSource } from '../../src/features/governance/create-source.ts';
import type { Database } from '../../src/platform/storage/database.ts';
import { run } from '../cli/run-command-line.ts';
import { environmentFor } from '../cli/slack-for-commands.ts';
import { type LittleCompany, littleCompany } from './little-company.ts';

// A real survey, and what R makes of it: see SOURCE.md beside the answers.

const survey = new URL('../features/customer-voice/survey-2017/answers.csv', import.meta.url);
const ANSWERS = 5594;

/** As `figures.R` prints them: by what, which, answers, NPS and its interval, share of the satisfied and its interval. */
const figures = `
all,all,5594,0.07883447,0.06078916,0.09682342,0.57579550,0.56279666,0.58869030
country,Canada,485,0.17525773,0.11591671,0.23315926,0.62268041,0.57873693,0.66469578
country,Germany,757,0.00528402,-0.04386004,0.05440023,0.52047556,0.48487381,0.55587055
country,India,538,-0.19516729,-0.25610252,-0.13278637,0.39776952,0.35727731,0.43971128
country,United Kingdom,1023,0.01564027,-0.02448866,0.05570818,0.54056696,0.50993361,0.57089679
country,United States,2791,0.15800788,0.13277505,0.18301442,0.62988176,0.61180168,0.64760480
remote,Not remote,5019,0.06654712,0.04755819,0.08548304,0.56983463,0.55608916,0.58347328
remote,Remote,575,0.18608696,0.12848492,0.24239896,0.62782609,0.58758998,0.66636557
company_size,1,412,0.11650485,0.04891742,0.18296664,0.56310680,0.51484784,0.61019982
company_size,10,523,0.10325048,0.04284026,0.16287403,0.60038241,0.55781825,0.64148269
company_size,20,1254,0.06459330,0.02724179,0.10173910,0.56937799,0.54180104,0.59653118
company_size,100,1163,0.06792777,0.02822558,0.10739674,0.58985383,0.56133473,0.61778130
company_size,500,400,0.07500000,0.00853486,0.14071887,0.55750000,0.50850799,0.60539809
company_size,1000,616,0.03409091,-0.01930437,0.08726554,0.54220779,0.50272378,0.58116864
company_size,5000,252,0.05952381,-0.02621511,0.14432534,0.59920635,0.53764854,0.65778499
company_size,10000,974,0.11601643,0.07151177,0.16004561,0.58213552,0.55089799,0.61272771
`;

interface Expected {
  segment: string;
  n: number;
  nps: number[];
  csat: number[];
}

function expectedBy(column: string): Expected[] {
  const lines = figures.trim().split('\n');
  return lines
    .map((line) => line.split(','))
    .filter(([by]) => by === column)
    .map(([, segment = '', n, ...numbers]) => {
      const [nps, csat] = [numbers.slice(0, 3).map(Number), numbers.slice(3).map(Number)];
      return { segment, n: Number(n), nps, csat };
    });
}

/** That what stands comes to what R says, all together and by segment, and to what plain SQL counts. */
async function expectFigures(
  db: Database,
  { workspaceId, kind, by }: { workspaceId: string; kind: 'nps' | 'csat'; by: string },
) {
  const [summary, ...others] = summariseScores(
    await countScores(db, { workspaceId, from: '2017-01-01', to: '2017-03-31' }),
  );
  expect(others).toEqual([]);
  expect(summary?.scale.kind).toBe(kind);
  const shown = [{ segment: 'all', satisfaction: summary?.all }, ...(summary?.segments ?? [])];
  const expected = [...expectedBy('all'), ...expectedBy(by)];
  expect(shown.map(({ segment }) => segment).toSorted()).toEqual(expected.map(({ segment }) => segment).toSorted());
  const counted = await countBySql(db);
  for (const { segment, n, [kind]: numbers } of expected) {
    const satisfaction = shown.find((one) => one.segment === segment)?.satisfaction;
    const { value, low, high } = satisfaction?.figure ?? {};
    expect(satisfaction?.n).toBe(n);
    for (const [at, number] of [value, low, high].entries()) expect(number).toBeCloseTo(numbers[at] ?? Number.NaN, 7);
    expect(counted.get(segment)?.[kind]).toBeCloseTo(value ?? Number.NaN, 12);
  }
}

async function countBySql(db: Database) {
  const rows = await db.$queryRaw<{ segment: string | null; nps: number; csat: number }[]>`
    select segment,
           avg(case when score >= 9 then 1 when score <= 6 then -1 else 0 end)::float8 as nps,
           avg(case when score >= 8 then 1 else 0 end)::float8 as csat
      from "CustomerVoice" as voice
     where not exists (select from "CustomerVoice" as later where later."supersedesId" = voice.id)
     group by grouping sets ((segment), ())`;
  return new Map(rows.map(({ segment, ...shares }) => [segment ?? 'all', shares]));
}

async function quarterAfter(): Promise<LittleCompany> {
  return littleCompany('2017-03-24T09:00:00Z');
}

it('a file of real answers, by command line: every row accounted for, and the figures are those that R gives', async () => {
  const { slack, service, db, url } = await quarterAfter();
  const { workspaceId } = service;
  const env = environmentFor(slack, url);
  await run(['sources', 'add', 'survey', '--files-only', '--may', 'customer_voice'], env);
  const importing = async (segment: string, scale: string) => {
    const columns = { key: 'respondent', score: 'satisfaction', on: 'closed_on', segment };
    const named = Object.entries(columns).flatMap(([field, column]) => ['--column', `${field}=${column}`]);
    const from = ['import', 'voice', fileURLToPath(survey), '--source', 'survey'];
    const ended = await run([...from, '--scale', scale, ...named, '--json'], env);
    expect(ended).toMatchObject({ code: 0, complained: '' });
    const { rows, inserted, corrected, unchanged, empty, refused } = JSON.parse(ended.said);
    expect(rows).toBe(ANSWERS);
    expect(inserted + corrected + unchanged + empty + refused).toBe(ANSWERS);
    return { inserted, corrected, unchanged };
  };

  expect(await importing('country', 'nps')).toEqual({ inserted: ANSWERS, corrected: 0, unchanged: 0 });
  await expectFigures(db, { workspaceId, kind: 'nps', by: 'country' });
  expect(await importing('country', 'nps')).toEqual({ inserted: 0, corrected: 0, unchanged: ANSWERS });

  await slack.as('maya').command('/throughline voice');
  const told = await slack.as('maya').waitForMessage('Customer voice');
  for (const line of [
    'NPS: +8 (95%: +6 to +10), 5594 answers',
    'United States: +16 (95%: +13 to +18), 2791 answers',
    'India: -20 (95%: -26 to -13), 538 answers',
    'Germany: +1 (95%: -4 to +5), 757 answers',
  ]) {
    expect(told.text).toContain(line);
  }

  // The same answers read another way are corrections of what was read before.
  expect(await importing('remote', 'csat:0-10')).toEqual({ inserted: 0, corrected: ANSWERS, unchanged: 0 });
  await expectFigures(db, { workspaceId, kind: 'csat', by: 'remote' });
});

it('the same answers from a program: every row has its outcome, and the figures are the same', async () => {
  const { service, db } = await quarterAfter();
  const { workspaceId } = service;
  const named = {
    workspaceId,
    key: 'survey',
    name: 'Survey',
    maySend: ['customer_voice' as const],
    sendsFilesOnly: false,
  };
  const created = await createSource(db, { ...named, now: new Date('2017-03-24T09:00:00Z') });
  const token = created.outcome === 'created' ? created.token : undefined;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answers = readFileSync(survey, 'utf8').trim().split('\n').slice(1);
  const send = async (scale: string, segmentAt: number) => {
    const outcomes: string[] = [];
    for (let from = 0; from < answers.length; from += 1000) {
      const rows = answers.slice(from, from + 1000).map((line) => {
        const cells = line.split(',');
        return { key: cells[0], segment: cells[segmentAt], scale, score: Number(cells[4]), on: cells[5] };
      });
      const init = { method: 'POST', headers, body: JSON.stringify({ rows }) };
      const response = await fetch(`http://127.0.0.1:${service.port}/api/voice`, init);
      expect(response.status).toBe(200);
      outcomes.push(...((await response.json()) as { outcomes: string[] }).outcomes);
    }
    return outcomes;
  };

  expect(await send('nps', 2)).toEqual(Array(ANSWERS).fill('inserted'));
  await expectFigures(db, { workspaceId, kind: 'nps', by: 'company_size' });
  expect(await send('nps', 2)).toEqual(Array(ANSWERS).fill('unchanged'));
  expect(await send('csat:0-10', 1)).toEqual(Array(ANSWERS).fill('corrected'));
  await expectFigures(db, { workspaceId, kind: 'csat', by: 'country' });
});
