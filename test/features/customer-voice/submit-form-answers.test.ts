import { expect, it } from 'vitest';
import { createFormLink } from '../../../src/features/customer-voice/create-form-link.ts';
import { NPS, type Scale } from '../../../src/features/customer-voice/score.ts';
import { submitFormAnswers } from '../../../src/features/customer-voice/submit-form-answers.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const now = new Date('2026-03-26T09:00:00Z');
const workspaceId = 'T1';

async function company(): Promise<Database> {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: workspaceId, name: 'Acme', botUserId: 'U0', installedAt: now } });
  await db.member.create({ data: { workspaceId, id: 'UANA', kind: 'person', name: 'Ana', timeZone: 'Etc/UTC' } });
  return db;
}

async function linkTo(db: Database, client: string, scale: Scale = NPS): Promise<string> {
  const content = { client, segment: null, scale, lifeDays: 7, memberIds: [], metricKey: null };
  const created = await createFormLink(db, { workspaceId, createdById: 'UANA', content, now });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  return created.link.id;
}

const submit = (db: Database, sent: { linkId: string; body: unknown }[], told: string[][] = []) =>
  submitFormAnswers(db, {
    workspaceId,
    sent,
    now,
    refreshQuoting: async (_, { days }) => void told.push(days),
  });

it('says of each answer of a batch what became of it, in their order', async () => {
  const db = await company();
  const nps = await linkTo(db, 'Northwind');
  const csat = await linkTo(db, 'Contoso', { kind: 'csat', from: 1, to: 5 });
  const answered = await linkTo(db, 'Fabrikam');
  await submit(db, [{ linkId: answered, body: { score: '3' } }]);
  const told: string[][] = [];
  const outcomes = await submit(
    db,
    [
      { linkId: csat, body: { score: '9' } },
      { linkId: nps, body: { score: '9', words: 'Quick.\u0000', quote: 'yes' } },
      { linkId: nps, body: { score: '2', words: 'The second to the same link.' } },
      { linkId: answered, body: { score: '9' } },
      { linkId: '00000000-0000-4000-8000-000000000000', body: { score: '9' } },
      { linkId: csat, body: 'nothing' },
    ],
    told,
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'refused',
    expect.stringMatching(/^(saved|answered)$/),
    expect.stringMatching(/^(saved|answered)$/),
    'answered',
    'unknown',
    'refused',
  ]);
  const [, first, second] = outcomes;
  expect([first?.outcome, second?.outcome].toSorted()).toEqual(['answered', 'saved']);
  const voices = await db.customerVoice.findMany({ where: { linkId: nps } });
  expect(voices).toMatchObject([{ words: first?.outcome === 'saved' ? 'Quick.' : 'The second to the same link.' }]);
  expect(told).toEqual(first?.outcome === 'saved' ? [['2026-03-26']] : []);
});

it('batches that hold the same links in other orders wait for each other and not in a circle; each link is answered once', async () => {
  const db = await company();
  const links = await Promise.all(Array.from({ length: 40 }, (_, at) => linkTo(db, `Client ${at}`)));
  const batch = (score: string) => links.map((linkId) => ({ linkId, body: { score, words: 'x', quote: 'yes' } }));
  const rounds = await Promise.all([
    submit(db, batch('9')),
    submit(db, batch('8').toReversed()),
    submit(db, batch('7')),
    submit(db, batch('6').toReversed()),
  ]);
  expect(rounds.flat().filter(({ outcome }) => outcome === 'saved')).toHaveLength(40);
  expect(await db.customerVoice.count()).toBe(40);
});
