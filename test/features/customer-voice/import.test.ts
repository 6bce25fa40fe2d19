import { describe, expect, it } from 'vitest';
import { loadVoiceExport } from '../../../src/features/customer-voice/load-voice-export.ts';
import { recordVoiceFile, type VoiceFileRecorded } from '../../../src/features/customer-voice/record-voice-file.ts';
import { recordVoices } from '../../../src/features/customer-voice/record-voices.ts';
import type { SentVoice } from '../../../src/features/customer-voice/sent-voice.ts';
import type { MappingWishes } from '../../../src/features/customer-voice/survey-export.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const now = new Date('2026-03-26T09:00:00Z');
const workspaceId = 'T1';

async function company(): Promise<Database> {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: workspaceId, name: 'Acme', botUserId: 'U0', installedAt: now } });
  await db.member.create({
    data: { workspaceId, id: 'UANA', kind: 'person', name: 'Ana', email: 'ana@example.com', timeZone: 'Etc/UTC' },
  });
  return db;
}

const refreshQuoting = async () => {};

interface Options {
  wishes?: MappingWishes;
  isPartial?: boolean;
  isDryRun?: boolean;
}

function importText(db: Database, text: string, options: Options = {}): Promise<VoiceFileRecorded> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const { wishes = {}, isPartial = false, isDryRun = false } = options;
  return recordVoiceFile(db, {
    workspaceId,
    origin: 'test',
    bytes: bytes(),
    encoding: 'utf-8',
    wishes,
    isPartial,
    isDryRun,
    now,
    refreshQuoting,
  });
}

function kept(db: Database) {
  return db.customerVoice.findMany({ where: { supersededBy: null }, orderBy: { id: 'asc' } });
}

const delighted = `Response ID,Response Type,Score,Comment,Created At,Company,Email
r1,nps,9,"Quick, and kind",2026-03-01 10:00:00 UTC,Northwind,a@n.example
r2,nps,3,,2026-03-02 10:00:00 UTC,Contoso,b@c.example
r3,csat,4,Fine,2026-03-03 10:00:00 UTC,,c@d.example
`;
const surveyMonkey = `Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,How likely is it that you would recommend us to a friend or colleague?,What changes would improve our service? Tell us why.
,,,,,,Response,Open-Ended Response
118,7,03/01/2026 10:00:00 AM,03/02/2026 10:05:00 AM,1.2.3.4,a@n.example,10 - Extremely likely,More of it
119,7,03/01/2026 10:00:00 AM,03/02/2026 11:05:00 AM,1.2.3.4,b@n.example,6,
`;
const zendesk = `id,ticket_id,requester,score,comment,created_at,updated_at
1,901,Northwind,good,Solved in an hour,2026-03-01T10:00:00Z,2026-03-02T10:00:00Z
2,902,Contoso,offered,,2026-03-01T10:00:00Z,2026-03-02T10:00:00Z
3,903,Contoso,bad,,2026-03-01T10:00:00Z,2026-03-03T10:00:00Z
`;
const typeform = `#,How satisfied are you with our support?,What is the reason?,Start Date (UTC),Submit Date (UTC),Network ID
tf1,5,They listened,2026-03-01 10:00:00,2026-03-01 10:01:00,abc
tf2,1,,2026-03-02 10:00:00,2026-03-02 10:01:00,def
`;

describe('the usual exports are known by their headers', () => {
  it.each([
    ['Delighted', delighted, { rows: 3, inserted: 3, empty: 0 }],
    ['SurveyMonkey', surveyMonkey, { rows: 3, inserted: 2, empty: 1 }],
    ['Zendesk satisfaction', zendesk, { rows: 3, inserted: 2, empty: 1 }],
    ['Typeform', typeform, { rows: 2, inserted: 2, empty: 0 }],
  ])('%s', async (name, text, counts) => {
    const db = await company();
    expect(await importText(db, text)).toMatchObject({
      outcome: 'read',
      readAs: name,
      recorded: { ...counts, refused: 0 },
    });
    expect(await importText(db, text)).toMatchObject({
      recorded: { inserted: 0, unchanged: counts.inserted, corrected: 0 },
    });
    expect(await db.customerVoice.count()).toBe(counts.inserted);
  });

  it('with what they hold', async () => {
    const db = await company();
    await importText(db, delighted);
    await importText(db, surveyMonkey);
    await importText(db, zendesk);
    await importText(db, typeform);
    const rows = (await kept(db)).map((row) => [
      row.originKey,
      row.client,
      row.scoreKind,
      row.scaleTo,
      row.score?.toNumber(),
      row.words,
      row.saidOn.toISOString().slice(0, 10),
      row.source,
    ]);
    const byKey = (one: unknown[], other: unknown[]) => String(one[0]).localeCompare(String(other[0]));
    expect(rows.toSorted(byKey)).toEqual([
      ['1', 'Northwind', 'csat', 1, 1, 'Solved in an hour', '2026-03-02', 'support'],
      ['118', 'a@n.example', 'nps', 10, 10, 'More of it', '2026-03-02', 'survey'],
      ['119', 'b@n.example', 'nps', 10, 6, null, '2026-03-02', 'survey'],
      ['3', 'Contoso', 'csat', 1, 0, null, '2026-03-03', 'support'],
      ['r1', 'Northwind', 'nps', 10, 9, 'Quick, and kind', '2026-03-01', 'survey'],
      ['r2', 'Contoso', 'nps', 10, 3, null, '2026-03-02', 'survey'],
      ['r3', null, 'csat', 5, 4, 'Fine', '2026-03-03', 'survey'],
      ['tf1', null, 'csat', 5, 5, 'They listened', '2026-03-01', 'survey'],
      ['tf2', null, 'csat', 5, 1, null, '2026-03-02', 'survey'],
    ]);
  });
});

// Headers letter by letter: SurveyMonkey's two lines as github.com repositories quote their exports (Respondent ID first),
// Zendesk's as its help centre lists the columns of its CSV export of tickets, Typeform's as notebooks and programs on
// GitHub read them, with "Other" for each question that has one, and with and without Response Type and Stage Date.
const exported: [string, string, { inserted: number; empty: number }][] = [
  [
    'SurveyMonkey',
    `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend us to a friend?,Which of these do you use?,,,Do you have any other comments?
,,,,,,,,,Response,Export,Import,Other (please specify),Open-Ended Response
10012345678,400123456,01/11/2026 03:13:08 PM,01/11/2026 03:16:45 PM,203.0.113.9,ana@n.example,,,,9,Export,,,Quick
10012345679,400123456,01/11/2026 15:13:08,01/11/2026 15:16:45,203.0.113.9,,,,,0 - Not at all likely,,Import,,
`,
    { inserted: 2, empty: 1 },
  ],
  [
    'Zendesk satisfaction',
    `Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Reopens
7,Lee,1,,lee@n.example,n.example,Lee,Bo,Support,Help,,Solved,Normal,Mail,Incident,2026-03-01 10:00,2026-03-02 10:00,2026-03-01 10:05,Northwind,,2026-03-01 10:05,2026-03-01 12:00,2,Good,1,0
8,Kim,2,,kim@c.example,c.example,Kim,Bo,Support,Help,,Closed,Normal,Mail,Incident,2026-03-01 10:00,2026-03-02 10:00,2026-03-01 10:05,,,2026-03-01 10:05,2026-03-01 12:00,2,Bad,1,0
9,Kim,2,,kim@c.example,c.example,Kim,Bo,Support,Help,,Open,Normal,Mail,Incident,2026-03-01 10:00,2026-03-02 10:00,2026-03-01 10:05,,,2026-03-01 10:05,,,Offered,1,0
10,Kim,2,,kim@c.example,c.example,Kim,Bo,Support,Help,,Open,Normal,Mail,Incident,2026-03-01 10:00,2026-03-02 10:00,2026-03-01 10:05,,,2026-03-01 10:05,,,Not Offered,1,0
`,
    { inserted: 2, empty: 2 },
  ],
  [
    'Typeform',
    `#,What do you use?,Other,What for?,Other,<strong>How likely are you to recommend us?</strong>,Why?,Start Date (UTC),Submit Date (UTC),Network ID
boxnnaoy48qg29omnmboxinvofym0cfc,Export,,Work,,9,It is quick,2026-03-05 02:39:31,2026-03-05 02:41:38,653e97acae
`,
    { inserted: 1, empty: 0 },
  ],
  [
    'Typeform',
    `#,How satisfied are you with our support?,What is the reason?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending
odwdp4nzj1xg6m9l36odwdp4nzlv2gcw,4,They listened,completed,2026-03-05 02:34:45,,2026-03-05 02:38:36,653e97acae,,
`,
    { inserted: 1, empty: 0 },
  ],
];

describe('headers as they are really exported', () => {
  it.each(exported)('%s', async (readAs, text, counts) => {
    const db = await company();
    expect(await importText(db, text)).toMatchObject({ outcome: 'read', readAs, recorded: { ...counts, refused: 0 } });
    expect(await importText(db, text)).toMatchObject({ recorded: { inserted: 0, unchanged: counts.inserted } });
  });

  it('with what they hold', async () => {
    const db = await company();
    for (const [, text] of exported) await importText(db, text);
    const rows = (await kept(db)).map(({ client, score, words, saidOn }) =>
      [client, score?.toNumber(), words, saidOn.toISOString().slice(0, 10)].join(' | '),
    );
    expect(rows.toSorted()).toEqual([
      ' | 0 |  | 2026-01-11',
      ' | 0 |  | 2026-03-02',
      ' | 4 | They listened | 2026-03-05',
      ' | 9 | It is quick | 2026-03-05',
      'Northwind | 1 |  | 2026-03-02',
      'ana@n.example | 9 | Quick | 2026-01-11',
    ]);
  });
});

describe('every row is accounted for', () => {
  const mixed = `key,client,scale,score,words,on,members,may_quote
a,Northwind,nps,9,,2026-03-01,ana@example.com,no
b,Northwind,nps,11,,2026-03-01,,
c,Northwind,nps,9,,01/02/2026,,
d,Northwind,nps,9,,2026-03-01,nobody@example.com,
e,Northwind,ces,9,,2026-03-01,,
f,Northwind,nps,9,,2027-03-01,,
g,Northwind,nps,9,,2026-03-01,,maybe
a,Northwind,nps,8,,2026-03-01,,
h,Northwind,,,,2026-03-01,,
i,Northwind,nps,9
`;

  it('refused ones with line, field and reason, and none is kept beside them unless it may be partial', async () => {
    const db = await company();
    const result = await importText(db, mixed);
    if (result.outcome !== 'read') throw new Error(result.problem);
    const { recorded } = result;
    expect(recorded).toMatchObject({ rows: 10, inserted: 1, empty: 1, refused: 8, isApplied: false });
    expect(recorded.problems.map(({ at, field }) => `${at} ${field}`)).toEqual([
      '3 score',
      '4 on',
      '5 members',
      '6 scale',
      '7 on',
      '8 may_quote',
      '9 key',
      '11 row',
    ]);
    expect(await db.customerVoice.count()).toBe(0);
    expect(await importText(db, mixed, { isPartial: true, isDryRun: true })).toMatchObject({
      recorded: { isApplied: false },
    });
    expect(await importText(db, mixed, { isPartial: true })).toMatchObject({
      recorded: { isApplied: true, inserted: 1 },
    });
    expect(await kept(db)).toMatchObject([{ originKey: 'a', memberIds: ['UANA'] }]);
  });

  it('a plain mapping says what the header does not', async () => {
    const db = await company();
    const text = 'q1;Tag;Was\n5;1.3.2026;Gut\n6;2.3.2026;"Sehr; gut"\n';
    expect(await importText(db, text)).toMatchObject({
      outcome: 'unreadable',
      problem: expect.stringContaining('--column score='),
    });
    const columns = { score: 'q1', on: 'tag', words: 'was' };
    expect(await importText(db, text, { wishes: { columns } })).toMatchObject({
      outcome: 'unreadable',
      problem: expect.stringContaining('--scale'),
    });
    const wishes = { columns, scale: 'csat:1-7', dates: 'dmy' as const, source: 'call' as const };
    expect(await importText(db, text, { wishes })).toMatchObject({ recorded: { inserted: 2 } });
    expect(await kept(db)).toMatchObject([
      { source: 'call', scaleTo: 7, words: 'Gut' },
      { source: 'call', scaleTo: 7, words: 'Sehr; gut' },
    ]);
    const wrong = await importText(db, text, { wishes: { columns: { score: 'q9' } } });
    expect(wrong).toMatchObject({ outcome: 'unreadable', problem: expect.stringContaining('There is no column "q9"') });
  });

  it('rows without a key that say the same are as many as they are, however often they come', async () => {
    const db = await company();
    const text = `scale,score,on\n${'nps,9,2026-03-01\n'.repeat(3)}nps,8,2026-03-01\n`;
    expect(await importText(db, text)).toMatchObject({ recorded: { inserted: 4 } });
    expect(await importText(db, text)).toMatchObject({ recorded: { inserted: 0, unchanged: 4 } });
    expect(await db.customerVoice.count()).toBe(4);
  });
});

describe('what is sent again', () => {
  const row = (given: Partial<SentVoice> = {}): SentVoice => ({
    at: 0,
    key: 'k',
    scale: 'nps',
    score: '9',
    on: '2026-03-01',
    ...given,
  });
  const send = (db: Database, rows: SentVoice[], origin = 'test') =>
    recordVoices(db, {
      workspaceId,
      origin,
      rows,
      dates: 'iso',
      isPartial: false,
      isDryRun: false,
      now,
      refreshQuoting,
    });

  it('with other content is a correction beside what it corrects', async () => {
    const db = await company();
    await send(db, [row()]);
    expect(await send(db, [row({ score: '8' })])).toMatchObject({ corrected: 1, inserted: 0 });
    expect(await send(db, [row({ score: '8' })])).toMatchObject({ unchanged: 1 });
    const versions = await db.customerVoice.findMany({ orderBy: { version: 'asc' } });
    expect(versions.map(({ version, score }) => [version, score?.toNumber()])).toEqual([
      [1, 9],
      [2, 8],
    ]);
    expect(versions[1]?.supersedesId).toBe(versions[0]?.id);
  });

  it('has what quotes customers told anew, for the days of what may or might be quoted', async () => {
    const db = await company();
    const told: string[][] = [];
    const sendOn = (on: string, given: Partial<SentVoice>) =>
      recordVoices(db, {
        workspaceId,
        origin: 'test',
        rows: [row({ on, words: 'Quick.', ...given })],
        dates: 'iso',
        isPartial: false,
        isDryRun: false,
        now,
        refreshQuoting: async (_, { days }) => void told.push(days),
      });
    await sendOn('2026-03-01', { may_quote: 'yes' });
    await sendOn('2026-03-01', { may_quote: 'yes' });
    await sendOn('2026-03-02', { may_quote: 'no' });
    await sendOn('2026-03-03', { may_quote: 'no' });
    expect(told).toEqual([['2026-03-01'], [], ['2026-03-01'], []]);
  });

  it('stays taken back when somebody took it back', async () => {
    const db = await company();
    await send(db, [row()]);
    await db.customerVoice.updateMany({ data: { withdrawnAt: now } });
    expect(await send(db, [row({ score: '1' })])).toMatchObject({ unchanged: 1, corrected: 0 });
  });

  it('by two at the same moment is kept once; another source has keys of its own', async () => {
    const db = await company();
    const rows = Array.from({ length: 50 }, (_, at) => row({ at, key: `k${at}` }));
    const both = await Promise.all([send(db, rows), send(db, rows)]);
    expect(both.map(({ inserted }) => inserted).toSorted((a, b) => a - b)).toEqual([0, 50]);
    expect(await send(db, rows, 'other')).toMatchObject({ inserted: 50 });
    expect(await db.customerVoice.count()).toBe(100);
  });
});

it('nothing that is exported is computed by a spreadsheet, and the export can be imported again', async () => {
  const db = await company();
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '"=1"', 'a,"b"\r\nc', "=cmd|' /C calc'!A0"];
  const rows = evil.map((text, at) => ({
    at,
    key: `${text}${at}`,
    client: text,
    words: text,
    segment: text,
    on: '2026-03-01',
  }));
  await recordVoices(db, {
    workspaceId,
    origin: '=evil',
    rows,
    dates: 'iso',
    isPartial: false,
    isDryRun: false,
    now,
    refreshQuoting,
  });
  const lines: string[] = [];
  for await (const line of loadVoiceExport(db, { workspaceId })) lines.push(line);
  const cells = lines.join('').match(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^,\r\n]*)/g) ?? [];
  const bare = cells.map((cell) => cell.replace(/^(?:,|\r\n)/, '').replace(/^"|"$/g, ''));
  expect(bare.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  expect(bare.filter((cell) => cell.startsWith("'"))).not.toEqual([]);
  const again = await importText(db, lines.join(''));
  expect(again).toMatchObject({ outcome: 'read', recorded: { rows: evil.length, inserted: evil.length, refused: 0 } });
});
