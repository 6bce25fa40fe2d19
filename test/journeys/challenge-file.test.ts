import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { openEvidenceFile, showEvidenceFile } from '../../src/features/verification/open-evidence-file.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from './little-company.ts';

// Ana reports on Thursday; on Friday at noon in Berlin Maya, her manager, brings an export against it. Zoe owns the metric.
const FILE = 'export.csv';
const CONTENT = 'ticket,hours\n1,6\n';
const SHOW = `Show the file ${FILE}`;

async function reported(): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-20T16:00:00Z');
  const dataOwnerId = company.slack.as('zoe').id;
  await company.db.metricDefinition.updateMany({ where: { metricKey: 'first_reply_hours' }, data: { dataOwnerId } });
  await company.at('2026-03-26T15:00:00Z');
  await answerCheckIn(company.slack.as('ana'), { 'Time to first reply (hours)': '4.2' });
  await company.at('2026-03-27T11:00:00Z');
  return company;
}

async function fillChallenge({ slack }: LittleCompany) {
  const maya = slack.as('maya');
  maya.hasFile(FILE, CONTENT);
  await maya.command('/progress @ana');
  await maya.press('Challenge a number…');
  await maya.waitForModal('Challenge a number');
  await maya.fill({
    'Which number': '4.2 hours, 23 to 29 Mar 2026 (check-in)',
    'What is wrong': 'The export says 6.',
    'Evidence (a file)': [FILE],
  });
  return maya;
}

async function challenged(): Promise<LittleCompany> {
  const company = await reported();
  const maya = await fillChallenge(company);
  await maya.submit();
  await maya.waitForModal('Challenged');
  await maya.close();
  await company.at('2026-03-27T11:05:00Z');
  return company;
}

const looksAtFile = ({ db }: LittleCompany) =>
  db.evidenceLook.findMany({ where: { surface: 'the file of a challenge' } });

it('whoever answers reads the file from the notice, and so does whom the number is about', async () => {
  const company = await challenged();
  const [ana, zoe] = [company.slack.as('ana'), company.slack.as('zoe')];
  expect((await zoe.waitForMessage('A number is challenged')).text).toContain('file: export.csv (17 bytes)');
  expect(await company.db.challenge.findFirst()).toMatchObject({
    evidenceFileId: expect.stringMatching(/^F/),
    evidenceFileName: FILE,
    evidenceFileBytes: CONTENT.length,
  });
  expect(() => zoe.opensFile(FILE)).toThrow('sees no file');
  await zoe.press(SHOW);
  const message = await zoe.waitForMessage('@maya gave this file with a challenge of Time to first reply of @ana');
  expect(message.files).toEqual([FILE]);
  expect(zoe.opensFile(FILE)).toBe(CONTENT);
  expect(
    zoe
      .reads()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('on record yet');
  // To whoever pressed, and to nobody else.
  expect(() => ana.opensFile(FILE)).toThrow('sees no file');
  await ana.press(SHOW);
  await ana.waitForMessage('gave this file');
  expect(ana.opensFile(FILE)).toBe(CONTENT);
  await ana.command('/throughline looks');
  const looks = await ana.waitForMessage('@zoe by the file of a challenge');
  expect(looks.text).toContain('the numbers of Time to first reply');
  expect(await looksAtFile(company)).toHaveLength(1);
});

it('it stands in the list of what waits, in the form that answers, and on the way back of the number', async () => {
  const company = await challenged();
  const [maya, zoe] = [company.slack.as('maya'), company.slack.as('zoe')];
  const copies = () => zoe.reads().filter(({ files }) => files?.includes(FILE)).length;
  await zoe.command('/throughline verify');
  await zoe.waitForModal('To verify');
  await zoe.press(SHOW);
  expect((await zoe.waitForModal('Evidence')).lines.join()).toContain('comes in your direct messages');
  await expect.poll(copies).toBe(1);
  await zoe.close();
  await zoe.press('Answer…');
  await zoe.waitForModal('Answer a challenge');
  await zoe.fill({ Why: 'I look at it.' });
  await zoe.press(SHOW);
  await zoe.waitForModal('Evidence');
  await expect.poll(copies).toBe(2);
  await zoe.close();
  expect(zoe.modal()?.fields.find(({ label }) => label === 'Why')?.value).toBe('I look at it.');
  await zoe.fill({ 'Your answer': 'The number stands' });
  await zoe.submit();
  await zoe.waitForModal('To verify');
  await zoe.close();
  await company.at('2026-03-27T11:10:00Z');

  await maya.command('/progress @ana');
  await maya.press('Where the numbers come from', { message: 'latest' });
  const lineage = await maya.waitForModal('Where numbers come from');
  expect(lineage.lines.join('\n')).toContain('The export says 6., file: export.csv (17 bytes), upheld by @zoe');
  await maya.press(SHOW);
  await maya.waitForModal('Evidence');
  await maya.close({ all: true });
  await maya.waitForMessage('gave this file');
  expect(maya.opensFile(FILE)).toBe(CONTENT);
});

it('who may not see the number does not get the file, and nothing is said to be looked at', async () => {
  const company = await challenged();
  const { db, slack, service } = company;
  const zoe = slack.as('zoe');
  await db.metricDefinition.updateMany({ data: { dataOwnerId: null } });
  await zoe.press(SHOW);
  expect((await zoe.waitForModal('Evidence')).lines.join()).toContain('shown to those who may see the number');
  const { id: challengeId } = await db.challenge.findFirstOrThrow();
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const asks = (name: string) => {
    const { workspaceId } = service;
    return { client, workspaceId, actorId: slack.as(name).id, challengeId, now: new Date('2026-03-27T11:06:00Z') };
  };
  expect(await openEvidenceFile(db, asks('bo'))).toEqual({ outcome: 'not-allowed' });
  // Nor does anybody see it who may, while Slack keeps its bytes back.
  const opened = await openEvidenceFile(db, asks('maya'));
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const withheld = { ...opened, shared: { ...opened.shared, open: async () => undefined } };
  expect(await showEvidenceFile(db, asks('maya'), withheld)).toEqual({ outcome: 'not-handed-over' });
  expect(() => slack.as('bo').opensFile(FILE)).toThrow('sees no file');
  expect(await looksAtFile(company)).toEqual([]);
});

it('a file that was deleted meanwhile says so, and whom to ask', async () => {
  const company = await challenged();
  company.slack.as('maya').deletesFile(FILE);
  const zoe = company.slack.as('zoe');
  await zoe.press(SHOW);
  expect((await zoe.waitForModal('Evidence')).lines.join()).toContain(
    'Slack has the file export.csv no more: it was deleted. Ask @maya, who gave it.',
  );
  expect(await looksAtFile(company)).toEqual([]);
});

it('a file that cannot be read is said at its field, and nothing typed is lost', async () => {
  const company = await reported();
  const maya = await fillChallenge(company);
  maya.deletesFile(FILE);
  const { errors } = await maya.submit();
  expect(Object.keys(errors ?? {})).toEqual(['Evidence (a file)']);
  expect(errors?.['Evidence (a file)']).toContain('does not let Throughline read this file. Choose it again');
  expect(await company.db.challenge.count()).toBe(0);
  await maya.fill({ 'Evidence (a file)': null });
  expect(maya.modal()?.fields.find(({ label }) => label === 'What is wrong')?.value).toBe('The export says 6.');
  await maya.submit();
  await maya.waitForModal('Challenged');
  expect(await company.db.challenge.findFirst()).toMatchObject({ reason: 'The export says 6.', evidenceFileId: null });
});
