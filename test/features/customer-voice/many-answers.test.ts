import { expect, it } from 'vitest';
import { openVoices } from '../../../src/features/customer-voice/open-voices.ts';
import { recordVoiceFile } from '../../../src/features/customer-voice/record-voice-file.ts';
import { countScores } from '../../../src/features/customer-voice/store.ts';
import { summariseScores } from '../../../src/features/customer-voice/voice-summary.ts';
import { csvLine } from '../../../src/platform/csv/write-csv.ts';
import { mrkdwnIn } from '../../platform/slack/mrkdwn-in.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

// An invented survey of six thousand answers, the same each time, with the cells that people of bad will would write. What
// it comes to is computed here a second time, answer by answer and without our formulas.

const now = new Date('2026-03-26T09:00:00Z');
const workspaceId = 'T1';
const ANSWERS = 6000;
const hostile = [
  '<!channel> hello',
  '=HYPERLINK("x")',
  '<script>alert(1)</script>',
  '<@U1>',
  'Good, "really"\nyes',
  '',
];
const segments = ['gold', 'silver', '=bronze', '<!here>'];

interface Answer {
  kind: 'nps' | 'csat';
  score: number;
  segment: string;
}

function survey(): { answers: Answer[]; text: string; bad: number } {
  let seed = 42;
  const chance = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const answers: Answer[] = [];
  const lines = [csvLine(['key', 'client', 'segment', 'scale', 'score', 'words', 'on'])];
  let bad = 0;
  for (let row = 0; row < ANSWERS; row += 1) {
    const kind = chance(2) === 0 ? 'nps' : 'csat';
    const score = kind === 'nps' ? Math.min(10, chance(12)) : 1 + Math.max(chance(5), chance(5));
    const segment = segments[chance(segments.length)] ?? '';
    const isBad = row % 500 === 499;
    if (isBad) bad += 1;
    else answers.push({ kind, score, segment });
    const day = `2026-0${1 + chance(3)}-${String(1 + chance(25)).padStart(2, '0')}`;
    const words = hostile[chance(hostile.length)] ?? '';
    // Raw, not made harmless: as somebody else's export would hold it.
    const cells = [`k${row}`, hostile[row % 5] ?? '', segment, kind, isBad ? '99' : String(score), words, day];
    lines.push(`${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`);
  }
  return { answers, text: lines.join(''), bad };
}

it('thousands of answers: every row accounted for, figures as computed a second time, nothing in a cell comes to life', async () => {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: workspaceId, name: 'Acme', botUserId: 'U0', installedAt: now } });
  await db.member.create({ data: { workspaceId, id: 'UANA', kind: 'person', name: 'Ana', timeZone: 'Etc/UTC' } });
  await db.member.create({
    data: { workspaceId, id: 'UBO', kind: 'person', name: 'Bo', timeZone: 'Etc/UTC', managerId: 'UANA' },
  });
  const { answers, text, bad } = survey();
  async function* bytes() {
    for (let at = 0; at < text.length; at += 10_000) yield Buffer.from(text.slice(at, at + 10_000));
  }
  const file = {
    workspaceId,
    origin: 'survey',
    encoding: 'utf-8',
    wishes: {},
    isPartial: true,
    isDryRun: false,
    refreshQuoting: async () => {},
  } as const;
  const first = await recordVoiceFile(db, { ...file, bytes: bytes(), now });
  expect(first).toMatchObject({ recorded: { rows: ANSWERS, inserted: ANSWERS - bad, refused: bad, empty: 0 } });
  const again = await recordVoiceFile(db, { ...file, bytes: bytes(), now });
  expect(again).toMatchObject({ recorded: { inserted: 0, corrected: 0, unchanged: ANSWERS - bad, refused: bad } });

  const summaries = summariseScores(await countScores(db, { workspaceId, from: '2026-01-01', to: '2026-03-31' }));
  expect(summaries.map(({ scale }) => scale.kind)).toEqual(['nps', 'csat']);
  for (const { scale, all, segments: named } of summaries) {
    const ofKind = answers.filter(({ kind }) => kind === scale.kind);
    check(scale.kind, ofKind, all);
    expect(named.map(({ segment }) => segment).toSorted()).toEqual(segments.toSorted());
    for (const { segment, satisfaction } of named) {
      check(
        scale.kind,
        ofKind.filter((one) => one.segment === segment),
        satisfaction,
      );
    }
  }

  const { blocks } = await openVoices(db, { workspaceId, memberId: 'UANA', page: 0, now });
  expect(mrkdwnIn(blocks).join('\n')).not.toMatch(/<[^>]*>|channel|here|HYPERLINK|script/);
  expect(JSON.stringify(blocks)).toContain('<!channel> hello');
});

function check(
  kind: Answer['kind'],
  answers: Answer[],
  { n, figure }: { n: number; figure: { value: number; low: number; high: number } | null },
): void {
  expect(n).toBe(answers.length);
  if (!figure) throw new Error('there is no figure');
  const z = 1.959963984540054;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (kind === 'nps') {
    const points = answers.map(({ score }) => Number(score > 8) - Number(score < 7));
    expect(figure.value).toBeCloseTo(mean(points), 12);
    const more = [...points, 1, -1];
    const centre = mean(more);
    const half = z * Math.sqrt(mean(more.map((point) => (point - centre) ** 2)) / more.length);
    expect(figure.low).toBeCloseTo(centre - half, 10);
    expect(figure.high).toBeCloseTo(centre + half, 10);
  } else {
    const share = mean(answers.map(({ score }) => Number(score === 4 || score === 5)));
    expect(figure.value).toBeCloseTo(share, 12);
    // Wilson's ends are the shares from which what was found lies just so many standard errors away.
    for (const end of [figure.low, figure.high]) {
      expect(Math.abs(share - end)).toBeCloseTo(z * Math.sqrt((end * (1 - end)) / n), 10);
    }
  }
}
