import { expect, it } from 'vitest';
import { type LittleCompany, littleCompany } from './little-company.ts';

const start = '2026-03-26T09:00:00Z';
const header = 'metric,member,on,value,note\n';
const good = 'first_reply_hours,ana@example.com,2026-03-25,3.25,"two\nlines"\nreopened,bo@example.com,2026-03-25,7,\n';

const company = () => littleCompany(start, { administrator: 'maya' });

async function drop({ slack }: LittleCompany, person: string, file: string | Uint8Array, name = 'march.csv') {
  slack.as(person).hasFile(name, file);
  await slack.as(person).says('here', undefined, { files: [name] });
}

async function makeDataOwner({ db, slack }: LittleCompany, person: string, metricKey: string) {
  await db.metricDefinition.updateMany({ where: { metricKey }, data: { dataOwnerId: slack.as(person).id } });
}

it('an administrator drops a CSV file, confirms, and everybody sees their values', async () => {
  const here = await company();
  const maya = here.slack.as('maya');
  await drop(here, 'maya', header + good);
  const offer = await maya.waitForMessage('2 rows: 2 new. Nothing is on record yet.');
  expect(await here.db.observation.count()).toBe(0);
  await maya.press('Import');
  await maya.waitForMessage('march.csv is on record.');
  expect(maya.reads().filter(({ ts }) => ts === offer.ts)).toHaveLength(1);

  await here.slack.as('ana').command('/progress');
  await here.slack.as('ana').waitForMessage('3.25 hours');
  const [row] = await here.db.observation.findMany({ where: { metricKey: 'reopened' } });
  expect(row).toMatchObject({ source: 'file', recordedById: maya.id, memberId: here.slack.as('bo').id });

  await drop(here, 'maya', header + good);
  await maya.waitForMessage('2 rows: 2 sent before. All of it is on record already');
});

it('bad rows are told by line and reason; the good ones are imported if that is wished', async () => {
  const here = await company();
  const maya = here.slack.as('maya');
  await drop(here, 'maya', `${header}${good}first_reply_hours,nobody@example.com,26.3.2026,3,<!channel>\n`);
  const offer = await maya.waitForMessage('3 rows: 2 new, 1 refused.');
  expect(offer.text).toContain('line 5, member: Nobody in this Slack workspace');
  expect(offer.text).toContain('line 5, on: Write the day as 2026-03-26');
  await maya.press('Import the 2 good ones');
  await maya.waitForMessage('is on record.');
  expect(await here.db.observation.count()).toBe(2);
});

it('may be left alone', async () => {
  const here = await company();
  await drop(here, 'maya', header + good);
  await here.slack.as('maya').waitForMessage('Nothing is on record yet.');
  await here.slack.as('maya').press('Leave it');
  await here.slack.as('maya').waitForMessage('Nothing of the file was put on record.');
  expect(await here.db.observation.count()).toBe(0);
});

it('decimal commas and Latin-1 are understood at a press', async () => {
  const here = await company();
  const maya = here.slack.as('maya');
  const file = 'metric;member;on;value;note\nfirst_reply_hours;ana@example.com;2026-03-25;3,5;f\xfcr\n';
  await drop(here, 'maya', Buffer.from(file, 'latin1'));
  await maya.waitForMessage('Line 2 holds bytes that are not UTF-8');
  await maya.press('Read it as Latin-1');
  await maya.waitForMessage('1 row: 1 refused.');
  await maya.press('Commas are decimals');
  await maya.waitForMessage('1 row: 1 new.');
  await maya.press('Import');
  await maya.waitForMessage('is on record.');
  const row = await here.db.observation.findFirstOrThrow();
  expect([row.value?.toFixed(), row.note]).toEqual(['3.5', 'für']);
});

it('a data owner imports the metrics they answer for, and no others', async () => {
  const here = await company();
  await makeDataOwner(here, 'zoe', 'reopened');
  await drop(here, 'zoe', header + good);
  const offer = await here.slack.as('zoe').waitForMessage('2 rows: 1 new, 1 refused.');
  expect(offer.text).toContain('You are not the data owner of "first_reply_hours"');
});

it('who brought a value in a file is told that it was sent back, once, and so is whom it is about', async () => {
  const here = await company();
  const { slack, db } = here;
  await makeDataOwner(here, 'zoe', 'first_reply_hours');
  await db.metricDefinition.updateMany({ data: { needsVerification: true } });
  const [zoe, maya, ana] = [slack.as('zoe'), slack.as('maya'), slack.as('ana')];
  // An administrator is nobody's manager by that.
  await db.member.updateMany({ data: { managerId: null } });
  await drop(here, 'maya', header + good);
  await maya.waitForMessage('2 rows: 2 new.');
  await maya.press('Import');
  await maya.waitForMessage('march.csv is on record.');
  await zoe.command('/throughline verify');
  await zoe.waitForModal('To verify');
  await zoe.press('Return…');
  await zoe.waitForModal('Return a number');
  await zoe.fill({ Why: 'Calendar hours?' });
  await zoe.submit();
  await here.at('2026-03-26T09:31:00Z');
  for (const reader of [maya, ana]) await reader.waitForMessage('3.25 hours\n@zoe: Calendar hours?');
  expect((await maya.waitForMessage('came back to you')).text).toContain('drop it here again');
  expect((await maya.waitForMessage('came back to you')).text).not.toContain('Correct…');
  const looks = await db.evidenceLook.findMany({ where: { surface: 'numbers that came back' } });
  expect(looks).toMatchObject([{ actorId: maya.id, subjectId: ana.id, metricKeys: ['first_reply_hours'] }]);

  await drop(here, 'maya', header + good.replace('3.25', '3.5'), 'april.csv');
  await maya.waitForMessage('1 corrected');
  await maya.press('Import');
  await maya.waitForMessage('april.csv is on record.');
  await here.at('2026-03-26T11:00:00Z');
  expect(maya.reads().filter(({ text }) => text.includes('came back to you'))).toHaveLength(1);
});

it('everybody else is told what they can do', async () => {
  const here = await company();
  await drop(here, 'ana', header + good);
  await here.slack.as('ana').waitForMessage('Your own values you give with /progress update');
  expect(await here.db.observation.count()).toBe(0);
});

it('the right is asked for again when the button is pressed', async () => {
  const here = await company();
  await makeDataOwner(here, 'zoe', 'reopened');
  await drop(here, 'zoe', `${header}reopened,bo@example.com,2026-03-25,7,\n`);
  await here.slack.as('zoe').waitForMessage('1 row: 1 new.');
  await here.db.metricDefinition.updateMany({ data: { dataOwnerId: null } });
  await here.slack.as('zoe').press('Import');
  await here.slack.as('zoe').waitForMessage('Files are imported by administrators');
  expect(await here.db.observation.count()).toBe(0);
});

it.each([
  ['plan.pdf', '%PDF', 'of files, Throughline reads CSV only'],
  ['values.xlsx', 'PK\u0003\u0004', 'This is an Excel workbook'],
  ['values.csv', 'a,b\n1,2\n', 'The header has no column metric, member, on, value'],
  ['empty.csv', '', 'The file is empty'],
])('%s is answered in plain words', async (name, content, words) => {
  const here = await company();
  await drop(here, 'maya', content, name);
  await here.slack.as('maya').waitForMessage(words);
});

it('a file that was shared in a channel is nobody’s business here', async () => {
  const here = await company();
  const maya = here.slack.as('maya');
  maya.hasFile('march.csv', header + good);
  await maya.says('for you all', '#support', { files: ['march.csv'] });
  expect(maya.reads().filter(({ text }) => text.includes('march.csv'))).toEqual([]);
  expect(maya.reads('#support').map(({ text }) => text)).toEqual(['for you all']);
});
