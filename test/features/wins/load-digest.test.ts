import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOccurrence } from '../../../src/features/wins/digest-occurrence.ts';
import { loadDigest } from '../../../src/features/wins/load-digest.ts';
import { countingRows } from '../../setup/counting-rows.ts';
import { fivePeople } from '../../setup/five-people.ts';

const workspaceId = 'T1';

it('reads its team, its wins and words that may be quoted, however many people there are', async () => {
  const { db } = await fivePeople();
  const told = { workspaceId, client: 'Acme', clientKey: 'acme', recordedById: 'UANA', recordedAt: new Date(0) };
  for (const day of ['2026-03-27', '2026-03-26', '2026-03-12', '2026-02-27']) {
    const contributors = { create: { workspaceId, memberId: 'UANA', teamKey: 'support' } };
    await db.win.create({ data: { ...told, whatChanged: `By ${day}.`, wonOn: new Date(day), contributors } });
  }
  const voice = { workspaceId, client: 'Initech', source: 'call', mayQuote: true, recordedAt: new Date(0) } as const;
  for (const [words, ...memberIds] of [['Quick.', 'UANA'], ['Kind.', 'UZOE'], ['Good.']]) {
    await db.customerVoice.create({
      data: { ...voice, words: words ?? '', memberIds, saidOn: new Date('2026-03-25') },
    });
  }
  const counted = countingRows(db);
  const occurrence = digestOccurrence('support', '2026-03-27');
  const load = () => loadDigest(counted.db, { id: randomUUID(), workspaceId, occurrence });
  const loaded = await load();
  expect(loaded?.digest.wins.map(({ whatChanged }) => whatChanged)).toEqual(['By 2026-03-26.', 'By 2026-03-27.']);
  expect(loaded?.digest.quotes.map(({ words }) => words)).toEqual(['Quick.']);
  expect(loaded?.digest.picture?.altText).toMatch(/27 Feb 1,.*13 Mar 1,.*27 Mar 2/);

  const before = counted.rowsRead();
  const strangers = Array.from({ length: 500 }, (_, at) => {
    return { workspaceId, id: `UX${at}`, kind: 'person', name: `X${at}`, timeZone: 'Etc/UTC' } as const;
  });
  await db.member.createMany({ data: strangers });
  expect(await load()).toEqual(loaded);
  expect(counted.rowsRead()).toBe(2 * before);
});
