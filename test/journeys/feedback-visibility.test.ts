import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { littleCompany } from './little-company.ts';

// How feedback reads to those who may read it, and when. Who learns what of it, and where, is in visibility/.

const WORDS = 'You repeated the three questions before you answered.';
const REASON = 'It touches a colleague.';
const VISIBILITIES = {
  shared: 'The person and their manager',
  manager_only: 'Their manager only',
  anonymous: 'Their manager with my name, the person without',
} as const;

type Visibility = keyof typeof VISIBILITIES;
type Company = Awaited<ReturnType<typeof littleCompany>>;

/** In March Bo gives feedback about Ana, who reports to Maya, who reports to Zoe, who is an administrator as well. */
async function companyWith(visibility: Visibility): Promise<Company> {
  const company = await littleCompany('2026-03-23T14:00:00Z', { administrator: 'zoe' });
  const { slack, db, at } = company;
  await db.member.updateMany({ where: { name: 'maya' }, data: { managerId: slack.as('zoe').id } });
  const bo = slack.as('bo');
  await bo.command('/feedback @ana');
  await bo.waitForModal('Give feedback');
  await bo.fill({ 'Who will read it': VISIBILITIES[visibility] });
  await bo.fill({
    'What did they do': WORDS,
    'What did it cause, for the client or the team': 'They signed the same day.',
    ...(visibility === 'manager_only' && { 'Why not the person': REASON }),
  });
  expect((await bo.submit()).errors).toBeUndefined();
  await bo.waitForModal('Saved');
  await bo.close({ all: true });
  await at('2026-03-24T09:00:00Z');
  return company;
}

/** All that a person finds by commands, at Home and in their messages. */
async function everythingSeenBy(person: Person): Promise<string> {
  const found: string[] = [];
  for (const typed of ['/feedback', '/feedback about @ana', '/feedback about me', '/feedback about support']) {
    const { reply } = await person.command(typed);
    if (reply) {
      found.push(reply.text);
      continue;
    }
    found.push((await person.waitForModal('Feedback')).lines.join('\n'));
    await person.close({ all: true });
  }
  for (const typed of ['/progress', '/progress @ana', '/progress support', '/throughline looks']) {
    found.push(JSON.stringify(await person.command(typed)));
  }
  await person.openHome();
  found.push(person.home()?.text ?? '');
  if (found.at(-1)?.includes('[Everything on record]')) {
    await person.press('Everything on record');
    found.push((await person.waitForModal('Everything on record')).lines.join('\n'));
    await person.close({ all: true });
  }
  await person.openMessages();
  found.push(...person.reads().map(({ text }) => text), ...person.reads('support').map(({ text }) => text));
  return found.join('\n');
}

describe.each(Object.keys(VISIBILITIES) as Visibility[])('feedback that is %s', (visibility) => {
  it('is for the person as its author was told', async () => {
    const { slack, at } = await companyWith(visibility);
    const now = await everythingSeenBy(slack.as('ana'));
    await at('2026-04-02T15:00:00Z');
    const later = await everythingSeenBy(slack.as('ana'));
    const isShared = visibility === 'shared';
    expect(now.includes(WORDS)).toBe(isShared);
    expect(now.includes('@bo')).toBe(isShared);
    expect(later.includes(WORDS)).toBe(visibility !== 'manager_only');
    expect(later.includes('@bo')).toBe(isShared);
    expect(later.includes(REASON)).toBe(visibility === 'manager_only');
    if (visibility === 'anonymous') expect(later).toContain('Strength, a colleague, March 2026');
  });

  it('stands in the packet for both sides at once, as each may read it, and does not change any more', async () => {
    const { slack, at, db } = await companyWith(visibility);
    await at('2026-06-23T12:00:00Z');
    await at('2026-06-23T12:01:00Z');
    const packetOf = (name: string) => {
      const digest = slack
        .as(name)
        .reads()
        .findLast(({ text }) => text.includes('Evidence: H1 2026 review'));
      return [digest?.text, ...(digest?.thread ?? []).map(({ text }) => text)].join('\n');
    };
    const [mayas, anas] = [packetOf('maya'), packetOf('ana')];
    expect(mayas).toContain(WORDS);
    expect(mayas).toContain('@bo');
    expect(anas).toContain('Feedback of colleagues (1)');
    expect(anas.includes(WORDS)).toBe(visibility !== 'manager_only');
    expect(anas.includes('@bo')).toBe(visibility === 'shared');
    expect(anas.includes(REASON)).toBe(visibility === 'manager_only');

    const bo = slack.as('bo');
    await bo.command('/feedback');
    const lines = (await bo.waitForModal('Feedback')).lines.join('\n');
    expect(lines).toContain('it does not change any more');
    expect(lines).not.toContain('Take back');
    expect(await db.feedback.count({ where: { frozenFor: null } })).toBe(0);
  });

  it('writes down who looked, and nothing of who wrote', async () => {
    const { slack, db } = await companyWith(visibility);
    await everythingSeenBy(slack.as('bo'));
    await everythingSeenBy(slack.as('maya'));
    const looks = await db.evidenceLook.findMany({ where: { subjectId: slack.as('ana').id } });
    expect(looks.some(({ actorId, surface }) => actorId === slack.as('maya').id && surface === '/feedback')).toBe(true);
    expect(looks.some(({ actorId }) => actorId === slack.as('bo').id)).toBe(false);
  });
});

it('is one press away from the progress of one person, for those who read it', async () => {
  const { slack } = await companyWith('shared');
  for (const [name, words] of [
    ['maya', WORDS],
    ['zoe', 'is read by them and those to whom they report'],
  ] as const) {
    const reader = slack.as(name);
    await reader.command('/progress @ana');
    await reader.press('Feedback');
    expect((await reader.waitForModal('Feedback')).lines.join('\n')).toContain(words);
    await reader.close({ all: true });
  }
  const ana = slack.as('ana');
  await ana.openHome();
  await ana.press('Feedback');
  expect((await ana.waitForModal('Feedback')).lines.join('\n')).toContain(WORDS);
});

it('a request that the person made looks the same, answered without a name or not at all', async () => {
  const { slack, at } = await littleCompany('2026-03-23T14:00:00Z');
  const [ana, bo] = [slack.as('ana'), slack.as('bo')];
  await ana.command('/feedback ask');
  await ana.waitForModal('Ask for feedback');
  await ana.fill({ 'Whom do you ask': ['bo', 'zoe'], 'About what': 'The roll-out.', 'By when': '2026-03-30' });
  await ana.submit();
  await ana.close({ all: true });
  await at('2026-03-23T14:05:00Z');
  await bo.press('Answer');
  await bo.waitForModal('Give feedback');
  await bo.fill({ 'Who will read it': VISIBILITIES.anonymous });
  await bo.fill({
    'What did they do': WORDS,
    'What did it cause, for the client or the team': 'They signed that day.',
  });
  await bo.submit();
  await bo.waitForModal('Saved');
  await at('2026-03-24T14:05:00Z');
  for (const instant of ['2026-03-25T14:05:00Z', '2026-04-10T14:05:00Z']) {
    await at(instant);
    await ana.command('/feedback');
    const lines = (await ana.waitForModal('Feedback')).lines.filter((line) => line.includes('by Mon 30 Mar 2026'));
    await ana.close({ all: true });
    expect(new Set(lines.map((line) => line.replace(/@\w+/, '@somebody'))).size).toBe(1);
    expect(lines).toHaveLength(2);
  }
  expect(ana.reads().filter(({ text }) => text.includes('feedback about you'))).toEqual([]);
});
