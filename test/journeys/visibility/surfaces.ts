import { vi } from 'vitest';
import { createSource } from '../../../src/features/governance/create-source.ts';
import type { MessageAsSeen } from '../../../src/simulator/person/as-seen.ts';
import type { Person } from '../../../src/simulator/person/person.ts';
import type { LittleCompany } from '../little-company.ts';
import { pieces } from './pieces.ts';

/** A place where something may come out: all that one reader sees there, as one text. */
export interface Surface {
  name: string;
  look(person: Person): Promise<string>;
  /** The pieces that its table is about, by the beginning of their names; all without it. */
  about?: string;
}

/** Where feedback may come out in the month in which it was given. */
export const inTheSameMonth: Surface = {
  name: 'Feedback, in the month in which it was given',
  about: 'feedback',
  look: async (person) =>
    [
      await answers('/feedback', '/feedback about @ana', '/feedback about me')(person),
      await everythingOnRecord(person),
      await exported(person),
      spokenTo(person),
    ].join('\n'),
};

/** Where anything may come out when the month is over; what the bot said by itself comes first, before it is asked. */
export const afterwards: readonly Surface[] = [
  { name: 'Messages of the bot', look: async (person) => spokenTo(person) },
  {
    name: "The team's channel: digest of wins, note of lessons",
    look: async (person) => text(person.reads('support')),
  },
  { name: 'Home tab', look: home },
  { name: 'Everything on record, in the Home tab', look: everythingOnRecord },
  { name: '`/throughline export`', look: exported },
  { name: '`/feedback`', look: answers('/feedback') },
  { name: '`/feedback about`', look: answers('/feedback about @ana', '/feedback about me', '/feedback about support') },
  { name: '`/progress`', look: answers('/progress', '/progress @ana', '/progress support') },
  { name: '*Where the numbers come from*, under `/progress`', look: whereNumbersComeFrom },
  { name: '`/plan`', look: answers('/plan', '/plan @ana') },
  { name: '`/win list`', look: answers('/win list') },
  { name: '`/win clients`', look: answers('/win clients') },
  { name: '`/win client`', look: answersToAll('/win client', [pieces.sharedWin, pieces.guardedWin]) },
  { name: '`/throughline voice`', look: answers('/throughline voice') },
  { name: '`/throughline goals`', look: answers('/throughline goals', '/throughline goals @ana') },
  {
    name: '`/throughline experiments`, `lessons`, search in lessons',
    look: answers('/throughline experiments', '/throughline lessons', '/throughline lessons booked'),
  },
  {
    name: 'Other words behind `/throughline`',
    look: answers(
      ...'metrics,metrics first_reply_hours,initiatives,waiting,looks,looks @ana,verify,precedes,impact,form'
        .split(',')
        .map(subcommand),
    ),
  },
];

/** In June, before the review of Ana. */
export const beforeTheReview: Surface = {
  name: 'Evidence for the review, message and pages',
  look: async (person) => text(person.reads().filter((message) => message.text.includes('Evidence: H1 2026 review'))),
};

/** Not a word comes back to programs, whatever they may send and however they ask. */
export async function asksOverHttp({ service, db, clock }: LittleCompany): Promise<string> {
  const named = { workspaceId: service.workspaceId, key: 'crm', name: 'CRM', sendsFilesOnly: false, now: clock.now() };
  const created = await createSource(db, { ...named, maySend: ['customer_voice', 'observations'] });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  const headers = { authorization: `Bearer ${created.token}`, 'content-type': 'application/json' };
  const member = 'ana@example.com';
  const value = { key: 'o1', member, metric: 'reopened', on: '2026-03-26', value: 5 };
  const { client } = pieces.unquotable.parts;
  const bodies = [
    { rows: [value] },
    { rows: [{ key: 'v1', members: [member], words: 'Hello.' }] },
    { client: 'x', made_for: member },
  ];
  const seen: string[] = [];
  const offered = ['source', 'observations', 'voice', 'forms'];
  const guessed = ['wins', 'feedback', 'lessons', `voice?client=${client}`, '../metrics', '../health'];
  for (const path of [...offered, ...guessed]) {
    for (const init of [{ method: 'GET' }, ...bodies.map((body) => ({ method: 'POST', body: JSON.stringify(body) }))]) {
      const response = await fetch(`http://127.0.0.1:${service.port}/api/${path}`, { headers, ...init });
      seen.push(`${response.status} ${await response.text()}`);
    }
  }
  return seen.join('\n');
}

function subcommand(word: string): string {
  return `/throughline ${word}`;
}

/** What the bot said first: not what it answered, and not the files that were asked for. */
function spokenTo(person: Person): string {
  return text(person.reads().filter(({ onlyForYou, files }) => !onlyForYou && !files));
}

function text(messages: readonly MessageAsSeen[]): string {
  return messages.flatMap((message) => [message.notification, message.text, text(message.thread)]).join('\n');
}

async function home(person: Person): Promise<string> {
  await person.openHome();
  const seen = person.home()?.text ?? '';
  await person.openMessages();
  return seen;
}

async function everythingOnRecord(person: Person): Promise<string> {
  await person.openHome();
  const seen: string[] = [];
  if (person.home()?.buttons.includes('Everything on record')) {
    await person.press('Everything on record');
    const modal = await person.waitForModal('Everything on record');
    seen.push(...modal.lines);
    if (modal.buttons.includes('Next page')) throw new Error('there is another page, which nobody looked at');
    await person.close({ all: true });
  }
  await person.openMessages();
  return seen.join('\n');
}

async function exported(person: Person): Promise<string> {
  const before = person.reads().length;
  await person.command('/throughline export');
  await vi.waitFor(() => {
    const answer = person
      .reads()
      .slice(before)
      .find(({ onlyForYou }) => onlyForYou);
    if (!answer) throw new Error(`${person.name} got no answer to the export`);
  });
  const files = person
    .reads()
    .slice(before)
    .flatMap((message) => message.files ?? []);
  return files.map((file) => person.opensFile(file)).join('\n');
}

function answers(...typed: string[]): Surface['look'] {
  return async (person) => {
    const seen: string[] = [];
    for (const command of typed) seen.push(await answerTo(person, command));
    return seen.join('\n');
  };
}

function answersToAll(command: string, about: readonly { parts: { client: string } }[]): Surface['look'] {
  return async (person) => {
    const seen = await answers(...about.map(({ parts }) => `${command} ${parts.client}`))(person);
    // That there is none by a name repeats the name that the reader typed.
    return seen.replace(/no win that you may read for a client called "\w+"/g, '');
  };
}

async function whereNumbersComeFrom(person: Person): Promise<string> {
  await person.command('/progress @ana');
  const [message] = person.reads().slice(-1);
  if (!message?.buttons.includes('Where the numbers come from')) return '';
  await person.press('Where the numbers come from', { message: message.ts });
  const { lines } = await person.waitForModal();
  await person.close({ all: true });
  return lines.join('\n');
}

/** A window, with what its fields hold, or a message. */
async function answerTo(person: Person, typed: string): Promise<string> {
  const before = person.reads().length;
  const { reply } = await person.command(typed);
  if (reply) return reply.text;
  const isAnswered = () => {
    if (!person.modal() && person.reads().length === before)
      throw new Error(`${person.name} got no answer to ${typed}`);
  };
  await vi.waitFor(isAnswered, { interval: 5, timeout: 10_000 });
  const modal = person.modal();
  if (!modal)
    return person
      .reads()
      .slice(before)
      .map((message) => message.text)
      .join('\n');
  if (modal.buttons.includes('Older')) throw new Error(`${typed} has another page, which nobody looked at`);
  await person.close({ all: true });
  return [...modal.lines, JSON.stringify(modal.fields)].join('\n');
}
