import { expect, it } from 'vitest';
import { recordCorrection } from '../../src/features/observations/record-correction.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// A Thursday.
const start = '2026-03-26T09:00:00Z';
const HOURS = 'Time to first reply (hours)';
const DAY = 'About which day';

async function update({ slack }: LittleCompany, fields: Record<string, string>, person = 'ana') {
  const ana = slack.as(person);
  await ana.command('/progress update');
  await ana.waitForModal('Update my numbers');
  await ana.fill(fields);
  return ana.submit();
}

async function correct({ slack }: LittleCompany, fields: Record<string, string>) {
  const ana = slack.as('ana');
  await ana.command('/progress correct');
  await ana.waitForModal('Correct a number');
  await ana.fill(fields);
  return ana.submit();
}

const rows = ({ db }: LittleCompany) => db.observation.findMany({ orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });

it('takes new numbers with evidence and a note, and shows them', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, {
    [HOURS]: '4.50 hours',
    'Time to first reply: link to evidence': 'https://desk.example.com/1',
    'Time to first reply: note': 'Two of us were away',
  });
  const saved = await ana.waitForModal('Saved');
  expect(JSON.stringify(saved)).toContain('1 new');
  await ana.close();
  const [row, ...others] = await rows(here);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    source: 'progress',
    memberId: ana.id,
    recordedById: ana.id,
    evidenceUrl: 'https://desk.example.com/1',
    note: 'Two of us were away',
    supersedesId: null,
  });
  expect([row?.value?.toFixed(), row?.periodOn.toISOString().slice(0, 10)]).toEqual(['4.5', '2026-03-26']);
  await ana.command('/progress');
  await ana.waitForMessage('4.5 hours');
});

it('a late number lands in the period of its day, and an early one too', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  for (const [day, hours] of [
    ['2026-03-31', '3'],
    ['2026-03-03', '5'],
    ['2026-03-26', '4'],
  ] as const) {
    await update(here, { [DAY]: day, [HOURS]: hours });
    await ana.waitForModal('Saved');
    await ana.close();
  }
  await ana.command('/progress');
  await ana.waitForMessage('5 → 4 → 3 hours');
});

it('a number that stands for that day changes with a reason only, and stays on record', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, { [HOURS]: '4' });
  await ana.waitForModal('Saved');
  await ana.close();
  await here.at('2026-03-26T10:00:00Z');

  await update(here, { [HOURS]: '3' });
  const refused = ana.modal();
  expect(JSON.stringify(refused)).toContain('4 hours stands for that day already');
  expect(await rows(here)).toHaveLength(1);
  await ana.fill({ 'Why a number changes': 'Counted one twice' });
  await ana.submit();
  await ana.waitForModal('Saved');
  const [before, after] = await rows(here);
  expect(before?.value?.toFixed()).toBe('4');
  expect(after).toMatchObject({ supersedesId: before?.id, reason: 'Counted one twice' });

  await ana.close();
  await update(here, { [HOURS]: '3.0' });
  expect(JSON.stringify(await ana.waitForModal('Saved'))).toContain('1 as it stood');
  expect(await rows(here)).toHaveLength(2);
});

it.each([
  ['nothing', {}, 'Nothing is filled in yet'],
  ['words', { [HOURS]: 'four' }, 'Write a number'],
  ['what may be read in two ways', { [HOURS]: '1,234' }, 'comma'],
  ['a note without its number', { 'Time to first reply: note': 'x' }, 'Give the number that this is about'],
  ['evidence that is no page', { [HOURS]: '4', 'Time to first reply: link to evidence': 'my desk' }, 'web address'],
  ['a day far ahead', { [DAY]: '2027-03-26', [HOURS]: '4' }, 'Give a day up to 2026-06-26'],
])('refuses %s, and keeps what was typed', async (_what, fields, words) => {
  const here = await littleCompany(start);
  await update(here, fields);
  expect(JSON.stringify(here.slack.as('ana').modal())).toContain(words);
  expect(await rows(here)).toEqual([]);
});

it('a number far from those before is asked about once, and nothing typed is lost', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, { [DAY]: '2026-03-19', [HOURS]: '4.2' });
  await ana.waitForModal('Saved');
  await ana.close();
  const note = { 'Time to first reply: note': 'From the export' };
  await update(here, { [HOURS]: '420', ...note });
  const asked = await ana.waitForModal('Update my numbers');
  expect(asked.lines.join('\n')).toContain('420 hours is far from what was given before (4.2 hours). Save it anyway?');
  expect(await rows(here)).toHaveLength(1);
  // Another one as unlikely is asked about as well; the same once more is meant.
  await ana.fill({ [HOURS]: '4200' });
  await ana.submit();
  expect((await ana.waitForModal('Update my numbers')).lines.join('\n')).toContain('4,200 hours is far');
  await ana.submit();
  await ana.waitForModal('Saved');
  expect((await rows(here)).map(({ value, note }) => [value?.toFixed(), note])).toEqual([
    ['4.2', null],
    ['4200', 'From the export'],
  ]);
  await ana.close();
  // A correction asks too, and takes what is likely at once.
  const which = '4,200 hours';
  const fields = { 'Which number': `Time to first reply: ${which}, 26 Mar 2026`, Why: 'A slip.' };
  await correct(here, { ...fields, 'The right number': '42000000' });
  expect((await ana.waitForModal('Correct a number')).lines.join('\n')).toContain('Save it anyway?');
  await ana.fill({ 'The right number': '4.5' });
  await ana.submit();
  await ana.waitForModal('Saved');
  expect((await rows(here)).at(-1)?.value?.toFixed()).toBe('4.5');
});

it('a check-in asks about such a number as well, before anything of it is saved', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, { [DAY]: '2026-03-19', [HOURS]: '4.2' });
  await ana.waitForModal('Saved');
  await ana.close();
  await ana.command('/checkin');
  await ana.waitForModal();
  await ana.fill({ [HOURS]: '-420', 'What got in the way': 'An outage.' });
  await ana.submit();
  expect((await ana.waitForModal()).lines.join('\n')).toContain('-420 hours is less than nothing. Save it anyway?');
  expect(await here.db.checkInAnswer.count()).toBe(0);
  await ana.fill({ [HOURS]: '4' });
  await ana.submit();
  await ana.waitForNoModal();
  expect((await rows(here)).flatMap(({ value }) => value?.toFixed() ?? [])).toEqual(['4.2', '4']);
  expect(await here.db.checkInAnswer.findMany({ select: { obstacle: true } })).toEqual([{ obstacle: 'An outage.' }]);
});

it('whoever has no metrics is told how they come', async () => {
  const here = await littleCompany(start);
  await here.slack.as('zoe').command('/progress update');
  await here.slack.as('zoe').waitForMessage('You have no metrics yet: they come with a role.');
  await here.slack.as('ana').command('/progress correct');
  await here.slack.as('ana').waitForMessage('You have given no numbers yet.');
});

it('a number is corrected, with why; the check-in that it came from can still be changed', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await answerCheckIn(ana, { [HOURS]: '4', 'What got in the way': 'Nothing.' });
  await correct(here, {
    'Which number': 'Time to first reply: 4 hours, 26 Mar 2026',
    'The right number': '3h',
    Why: 'Misread',
  });
  expect(JSON.stringify(ana.modal())).toContain('Write a number');
  await ana.fill({ 'The right number': '3.5' });
  await ana.submit();
  await ana.waitForModal('Saved');
  await ana.close();
  const [first, second] = await here.db.observation.findMany({
    where: { metricKey: 'first_reply_hours' },
    orderBy: { recordedAt: 'asc' },
  });
  expect(second).toMatchObject({
    supersedesId: first?.id,
    reason: 'Misread',
    source: 'check-in',
    checkInId: first?.checkInId,
  });

  await answerCheckIn(ana, { [HOURS]: '3' });
  await ana.command('/progress');
  await ana.waitForMessage('3 hours');
  const standing = { metricKey: 'first_reply_hours', supersededBy: null };
  expect((await here.db.observation.findMany({ where: standing })).map(({ value }) => value?.toFixed())).toEqual(['3']);
});

/** Ana said 4 hours in a check-in. */
async function answered() {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await answerCheckIn(ana, { [HOURS]: '4', 'What got in the way': 'Nothing.' });
  const counting = async () => {
    const where = { metricKey: 'first_reply_hours', supersededBy: null, withdrawnAt: null };
    return (await here.db.observation.findMany({ where })).map(({ value }) => value?.toFixed() ?? null);
  };
  return { here, ana, counting };
}

it('a correction is not undone by an edit of the check-in that is about something else', async () => {
  const { here, ana, counting } = await answered();
  const which = { 'Which number': 'Time to first reply: 4 hours, 26 Mar 2026', Why: 'Misread' };
  await correct(here, { ...which, 'The right number': '3.5' });
  await ana.waitForModal('Saved');
  await ana.close();
  await ana.command('/checkin');
  expect(JSON.stringify(await ana.waitForModal())).toContain('"value":"3.5"');
  await ana.fill({ 'What got in the way': 'The phones.' });
  await ana.submit();
  await ana.waitForNoModal();
  expect(await counting()).toEqual(['3.5']);
  expect(await here.db.checkInAnswer.count({ where: { obstacle: 'The phones.' } })).toBe(1);
});

it('nor by an edit that was open when it came', async () => {
  const { here, ana, counting } = await answered();
  await ana.command('/checkin');
  await ana.waitForModal('Weekly check-in');
  const given = await here.db.observation.findFirstOrThrow({ where: { metricKey: 'first_reply_hours' } });
  const change = { ...given, actorId: ana.id, observationId: given.id, may: () => true, now: here.clock.now() };
  await here.db.$transaction((transaction) =>
    recordCorrection(transaction, { ...change, value: '3.5', reason: 'Misread' }),
  );
  await ana.submit();
  await ana.waitForNoModal();
  expect(await counting()).toEqual(['3.5']);
});

it('a number of a check-in that was taken back stays so until it is given anew', async () => {
  const { here, ana, counting } = await answered();
  const which = { 'Which number': 'Time to first reply: 4 hours, 26 Mar 2026', Why: 'Misread' };
  await correct(here, { ...which, 'What to do': 'Take it back: it counts nowhere' });
  await ana.waitForModal('Saved');
  await ana.close();
  await answerCheckIn(ana, { 'What got in the way': 'The phones.' });
  await here.service.ring();
  expect((await ana.waitForMessage('The phones.')).text).not.toContain('4 hours');
  expect(await counting()).toEqual([]);
  await answerCheckIn(ana, { [HOURS]: '4' });
  expect(await counting()).toEqual(['4']);
  await here.service.ring();
  await ana.waitForMessage('Time to first reply: 4 hours');
});

it('a number is taken back: it counts nowhere and stays on record', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, { [HOURS]: '4' });
  await ana.waitForModal('Saved');
  await ana.close();
  await correct(here, {
    'Which number': 'Time to first reply: 4 hours, 26 Mar 2026',
    'What to do': 'Take it back: it counts nowhere',
    Why: 'It was Bo’s',
  });
  await ana.waitForModal('Saved');
  await ana.close();
  const [row] = await rows(here);
  expect(row).toMatchObject({ withdrawnById: ana.id, withdrawalReason: 'It was Bo’s' });
  expect(row?.value?.toFixed()).toBe('4');
  await ana.command('/progress');
  const shown = await ana.waitForMessage('Your progress');
  expect(shown.text).not.toMatch(/4 hours, the first value/);
});

it('what a system sent is not one’s own to correct', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await here.db.observation.create({
    data: {
      workspaceId: here.service.workspaceId,
      memberId: ana.id,
      metricKey: 'first_reply_hours',
      definitionVersion: 1,
      periodOn: new Date('2026-03-26'),
      value: '4',
      source: 'helpdesk',
      recordedById: 'helpdesk',
      recordedAt: new Date(start),
    },
  });
  await ana.command('/progress correct');
  await ana.waitForMessage('You have given no numbers yet.');
});

it('a correction that comes too late says so', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await update(here, { [HOURS]: '4' });
  await ana.waitForModal('Saved');
  await ana.close();
  await ana.command('/progress correct');
  await ana.waitForModal('Correct a number');
  await here.db.observation.updateMany({ data: { withdrawnAt: new Date(start) } });
  await ana.fill({ 'Which number': 'Time to first reply: 4 hours, 26 Mar 2026', 'The right number': '3', Why: 'x' });
  await ana.submit();
  expect(JSON.stringify(await ana.waitForModal('Not saved'))).toContain('corrected or taken back meanwhile');
});

it('the buttons below one’s own numbers open the same', async () => {
  const here = await littleCompany(start);
  const ana = here.slack.as('ana');
  await ana.command('/progress');
  await ana.waitForMessage('Your progress');
  await ana.press('Update my numbers');
  await ana.waitForModal('Update my numbers');
  await ana.close();
  await ana.press('Correct one');
  await ana.waitForModal('Numbers');
});
