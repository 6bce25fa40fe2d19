import { expect, it } from 'vitest';
import { openAbout } from '../../../src/features/feedback/open-feedback-view.ts';
import { recordStepDone } from '../../../src/features/feedback/record-step-done.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { fivePeople } from '../../setup/five-people.ts';

const workspaceId = 'T1';
const now = new Date('2026-03-25T10:00:00Z');

interface Said {
  about: string;
  on: string;
  observed: string;
  kind?: 'strength' | 'gap';
  behaviours?: string[];
  nextStepOn?: string;
}

async function give(db: Database, { about, on, observed, kind = 'gap', behaviours = [], nextStepOn }: Said) {
  const givenAt = new Date(`${on}T10:00:00Z`);
  const next = nextStepOn ? { nextStep: 'Send the plan first.', nextStepOn: new Date(nextStepOn) } : {};
  const words = { kind, behaviours, observed, effect: 'They waited.', ...next };
  const versions = { create: { version: 1, savedAt: givenAt, ...words } };
  const named = { workspaceId, authorId: 'UZOE', subjectId: about, visibility: 'shared' as const };
  return db.feedback.create({ data: { ...named, givenAt, version: 1, versions } });
}

async function read(db: Database, memberId: string, about: { memberId: string } | { team: string }): Promise<string> {
  const opened = await openAbout(db, { workspaceId, memberId, now }, about);
  if (opened.outcome !== 'view') return opened.outcome;
  return opened.view.blocks.map((block) => JSON.stringify(block)).join('\n');
}

it('shows a person behaviours by month, words that come back, and what became of next steps, with the quotes beneath', async () => {
  const { db } = await fivePeople();
  const listened = { about: 'UANA', behaviours: ['listened'] };
  await give(db, { ...listened, on: '2026-01-10', observed: 'The rollout came late.', nextStepOn: '2026-02-01' });
  const { id } = await give(db, {
    ...listened,
    on: '2026-03-10',
    observed: 'Nobody knew of the rollout.',
    nextStepOn: '2026-06-01',
  });
  await give(db, { ...listened, on: '2026-03-12', kind: 'strength', observed: 'You asked three questions.' });
  let shown = await read(db, 'UANA', { memberId: 'UANA' });
  expect(shown).toContain('Listened: 3 (1 in Jan, 2 in Mar)');
  const theme = shown.split('\n').find((line) => line.includes('“rollout” comes back in 2'));
  expect(theme).toContain('>The rollout came late.\\n>Nobody knew of the rollout.');
  expect(shown).toContain('1 strength, 2 gaps.* 0 of 2 next steps done, 1 past their day.');
  expect(shown.lastIndexOf('You asked three questions.')).toBeGreaterThan(shown.indexOf('All of it, the latest first'));
  await recordStepDone(db, { workspaceId, memberId: 'UANA', feedbackId: id, now });
  shown = await read(db, 'UMAYA', { memberId: 'UANA' });
  expect(shown).toContain('1 of 2 next steps done, 1 past their day.');
});

it('shows words that come back in the same feedback together, with the quotes once', async () => {
  const { db } = await fivePeople();
  await give(db, { about: 'UANA', on: '2026-03-10', observed: 'The rollout plan came late.' });
  await give(db, { about: 'UANA', on: '2026-03-11', observed: 'Nobody knew the rollout plan.' });
  const shown = await read(db, 'UANA', { memberId: 'UANA' });
  expect(shown).toContain('“plan”, “rollout”');
  expect(shown.split('>The rollout plan came late.')).toHaveLength(2);
});

it('shows a team to whom its people report: all of them together, each quote with its person', async () => {
  const { db } = await fivePeople();
  await db.member.update({
    where: { workspaceId_id: { workspaceId, id: 'UZOE' } },
    data: { teamKey: 'support' },
  });
  await give(db, {
    about: 'UANA',
    on: '2026-03-10',
    observed: 'The handover was missing.',
    behaviours: ['coordinated'],
  });
  await give(db, { about: 'UBO', on: '2026-03-11', observed: 'A handover with gaps.', behaviours: ['coordinated'] });
  const shown = await read(db, 'UMAYA', { team: 'Customer Support' });
  expect(shown).toContain('Coordinated: 2 (2 in Mar)');
  expect(shown).toContain('“handover”, “waited” come back in 2');
  expect(shown).toContain('About <@UANA>: ');
  expect(shown).toContain('About <@UBO>: ');
  expect(shown).toContain('1 of this team do not report to you; their feedback is not here.');
  for (const other of ['UANA', 'UZOE', 'UBOSS']) {
    expect(await read(db, other, { team: 'support' })).toBe('not-allowed');
  }
});
