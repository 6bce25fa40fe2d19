import { expect } from 'vitest';
import type { Person } from '../../../src/simulator/person/person.ts';
import { agreeWithPartner } from '../agree-with-partner.ts';
import { changeWorkspace } from '../change-workspace.ts';
import { answerCheckIn, type LittleCompany, littleCompany } from '../little-company.ts';
import { everyone, newcomers } from './cast.ts';
import { pieces } from './pieces.ts';

type Filled = Parameters<Person['fill']>[0];

/**
 * A week of March in which everything there is comes into the world. On Monday Ana reports to Fay, who is asked nothing
 * any more on Tuesday, when Maya takes over; above both is Chief. All of them read the team's channel.
 */
export async function world(): Promise<LittleCompany> {
  const company = await littleCompany('2026-03-23T14:00:00Z', { administrator: 'adam', also: newcomers });
  const { slack, at } = company;
  await organise(company, 'fay');
  for (const name of everyone) if (!['ana', 'maya', 'bo'].includes(name)) await slack.as(name).joins('support');
  const { 'what it is for': reason, target } = pieces.plan.parts;
  await agreeWithPartner(company, 'pia', { reason, target: Number(target) });
  for (const [piece, visibility] of [
    [pieces.shared, 'The person and their manager'],
    [pieces.managerOnly, 'Their manager only'],
    [pieces.unnamed, 'Their manager with my name, the person without'],
  ] as const) {
    await giveFeedback(slack.as(piece.author), visibility, piece.parts);
  }
  await tellWin(slack.as('ana'), 'Everyone', pieces.sharedWin.parts);
  await tellWin(slack.as('ana'), 'Only those involved', pieces.guardedWin.parts);
  const concerned = { 'Whom it concerns': ['ana'] };
  const quoted = { When: '2026-03-22', 'Permission to quote': [MAY_QUOTE] };
  await recordVoice(slack.as('vera'), pieces.quotable.parts, { ...concerned, ...quoted });
  await recordVoice(slack.as('vera'), pieces.unquotable.parts, concerned);
  await recordVoice(slack.as('vera'), pieces.ofNobody.parts, {});
  await setGoal(slack.as('ana'));
  await nameBottleneck(slack.as('ana'));
  await organise(company, 'maya');
  await at('2026-03-26T15:00:00Z');
  await answerCheckIn(slack.as('ana'), {
    'Time to first reply (hours)': pieces.ownedNumber.parts.value,
    'Reopened tickets (tickets)': pieces.otherNumber.parts.value,
    'What got in the way': `A ${pieces.obstacle.parts.words}.`,
  });
  await at('2026-03-27T14:00:00Z');
  await at('2026-03-27T14:01:00Z');
  await tellLesson(slack.as('ana'));
  return company;
}

/** Who manages Ana, with everybody else in their places. */
async function organise(company: LittleCompany, manager: 'fay' | 'maya'): Promise<void> {
  const reply = 'source: Help desk\n  reopened:';
  const members = ['maya', 'fay'].map((name) => `{ member: ${name}@example.com, role: support-engineer }`).join(', ');
  const leads = `{ name: Leads, manager: chief@example.com, members: [${members}] }`;
  await changeWorkspace(company, {
    'manager: maya@example.com': `manager: ${manager}@example.com`,
    'metrics:\n': `  leads: ${leads}\nsponsors: [sue@example.com]\nlessons: { channel: "#support", day: 1 }\nmetrics:\n`,
    [reply]: reply.replace('\n', '\n    data_owner: dan@example.com\n'),
  });
}

/** Fills in and saves the window that is open. */
async function save(person: Person, ...filled: Filled[]): Promise<void> {
  await person.waitForModal();
  for (const fields of filled) await person.fill(fields);
  const { errors } = await person.submit();
  expect(errors).toBeUndefined();
  if (person.modal()) await person.close({ all: true });
}

async function giveFeedback(
  author: Person,
  visibility: string,
  says: { words: string; 'why not the person'?: string },
) {
  await author.command('/feedback @ana');
  const why = says['why not the person'];
  await save(
    author,
    { 'Who will read it': visibility },
    {
      'What did they do': `You set the ${says.words} before you answered.`,
      'What did it cause, for the client or the team': 'The client stayed.',
      ...(why !== undefined && { 'Why not the person': `It touches ${why}.` }),
    },
  );
}

type WinParts = { client: string; words: string; 'part of the contributor': string };

async function tellWin(person: Person, readers: string, { client, words, ...parts }: WinParts): Promise<void> {
  await person.command('/win');
  const told = { Client: client, 'What changed for them': `They run on ${words} now.`, 'Who helped': ['cleo'] };
  const part = `Drew the ${parts['part of the contributor']}.`;
  await save(person, told, { 'What cleo did': part, 'Who may read it': readers });
}

const MAY_QUOTE = 'The customer agreed that we quote these words';

async function recordVoice(person: Person, { client, words }: { client: string; words: string }, rest: Filled) {
  await person.command('/throughline voice');
  await person.press('Record a voice', { message: person.reads().at(-1)?.ts ?? '' });
  const said = { Client: client, 'Where they said it': 'call', 'What they said': `A ${words} in the morning.` };
  await save(person, { ...said, ...rest });
}

async function setGoal(person: Person): Promise<void> {
  await person.command('/throughline goals');
  await person.press('Set a goal');
  const objective = `Leading a ${pieces.goal.parts.objective}`;
  await save(person, {
    'What do you want to become better at': objective,
    'Steps, one a line, its day first': '2026-04-30 Shadow two calls',
  });
}

async function nameBottleneck(person: Person): Promise<void> {
  await person.command('/throughline experiments');
  await person.press('Name a bottleneck');
  await save(person, { 'What is in the way': `The ${pieces.lesson.parts.bottleneck} takes two weeks.` });
  await person.command('/throughline experiments');
  await person.press('Plan the experiment');
  await save(person, {
    'We believe that': 'Booking early helps.',
    'What we do differently': 'Sales books the call.',
    'The metric that will show it': 'Time to first reply',
    From: '2026-03-24',
    Until: '2026-03-26',
  });
}

async function tellLesson(person: Person): Promise<void> {
  await person.command('/throughline experiments');
  await person.press('Tell the lesson');
  await save(person, {
    'What came of it': 'It did not work, and now we know',
    'What was seen': 'Seven of ten calls were moved.',
    'What we learned': `A ${pieces.lesson.parts.lesson} is booked best by those who hold it.`,
  });
}
