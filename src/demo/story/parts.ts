import { localInstant } from '../../platform/time/local-time.ts';
import { colleagueCalled } from '../company.ts';
import type { Moment } from '../moment.ts';
import { seenText } from '../seen-text.ts';
import { type Stage, zoneNow } from '../stage.ts';
import { pressUnder, save, tell } from './acts.ts';

/** What somebody says who was named in a win. */
export interface Part {
  who: string;
  client: string;
  /** As whoever told the win had it. */
  told?: string;
  says: 'That is right' | 'I had a part' | 'I had no part' | { inMyWords: string };
}

/** A win that is told besides the check-ins. */
export interface WinTold {
  by: string;
  client: string;
  whatChanged: string;
  parts: readonly Part[];
  isShareable: boolean;
}

export const byCommand: WinTold = {
  by: 'luca',
  client: 'Halden Rail',
  whatChanged: 'They build their reports without us.',
  parts: [{ who: 'ana', client: 'Halden Rail', told: 'Built the first three with them.', says: 'That is right' }],
  isShareable: false,
};
export const fromMessage: WinTold = {
  by: 'maya',
  client: 'Marlow & Pike',
  whatChanged: 'Marlow & Pike closed January payroll two days early. Thanks @elif @nadia, your rounding fix did it.',
  parts: [
    { who: 'bo', client: 'Marlow & Pike', says: 'I had a part' },
    {
      who: 'elif',
      client: 'Marlow & Pike',
      says: { inMyWords: 'Moved the rounding to the end of the month, with Jonas.' },
    },
    { who: 'nadia', client: 'Marlow & Pike', says: 'I had no part' },
  ],
  isShareable: true,
};
/** Of those who were named in the first check-ins. */
const ofCheckIns: readonly Part[] = [
  { who: 'jonas', client: 'Halvorsen Logistics', says: { inMyWords: 'Let dispatchers copy a week of routes.' } },
  { who: 'sofia', client: 'Halvorsen Logistics', says: 'I had a part' },
  { who: 'elif', client: 'Brightwater Clinics', says: { inMyWords: 'Found the two rows that broke the export.' } },
];
export const allParts: readonly Part[] = [...ofCheckIns, ...byCommand.parts, ...fromMessage.parts];

export function partMoments(): Moment[] {
  return [
    { at: localInstant('2026-01-09', '13:20', 'Europe/Berlin'), play: contributorsAnswer },
    { at: localInstant('2026-02-04', '14:20', 'Europe/Berlin'), play: lucaTellsWin },
    { at: localInstant('2026-02-18', '10:10', 'America/New_York'), play: mayaSavesMessage },
  ];
}

async function contributorsAnswer(stage: Stage): Promise<void> {
  for (const part of ofCheckIns) await say(stage, part);
  tell(stage, 'jonas', 'and two others who were named in wins say what their part was, in their own words.');
}

async function lucaTellsWin(stage: Stage): Promise<void> {
  const { world, narrator } = stage;
  const luca = world.slack.as(byCommand.by);
  await luca.command('/win');
  await luca.waitForModal();
  await luca.fill({ 'Who helped': byCommand.parts.map(({ who }) => who) });
  await save(luca, {
    ...Object.fromEntries(byCommand.parts.map(({ who, told = '' }) => [`What ${colleagueCalled(who).name} did`, told])),
    Client: byCommand.client,
    'What changed for them': byCommand.whatChanged,
    'What kind of change': 'Adoption: they use more of it',
    'Who may read it': 'Only those involved',
  });
  await world.ring();
  tell(stage, 'luca', 'tells a win that only those involved may read. Ana is asked about her part:');
  const asked = await world.slack.as('ana').waitForMessage(`credits you with a part in a win for ${byCommand.client}`);
  narrator.show('in the messages of the app', seenText(asked.text, zoneNow(stage, colleagueCalled('ana'))));
  for (const part of byCommand.parts) await say(stage, part);
}

async function mayaSavesMessage(stage: Stage): Promise<void> {
  const { world } = stage;
  const message = await world.slack.as('bo').says(fromMessage.whatChanged, 'support');
  const maya = world.slack.as(fromMessage.by);
  await maya.messageShortcut('Save as client win', { in: 'support', message });
  await save(maya, { Client: fromMessage.client, 'What kind of change': 'Time to value: it helped them sooner' });
  await world.ring();
  for (const part of fromMessage.parts) await say(stage, part);
  await world.ring();
  tell(
    stage,
    'maya',
    'saves a message of Bo Lindqvist as a client win. Elif Demir says her part in her own words; Nadia Petrova says that she had none, and is credited nowhere.',
  );
}

async function say({ world }: Stage, { who, client, says }: Part): Promise<void> {
  const person = world.slack.as(who);
  const words = `credits you with a part in a win for ${client}`;
  if (typeof says === 'string') return pressUnder(person, words, says);
  await pressUnder(person, words, 'Say it in my words');
  await save(person, { 'What you did': says.inMyWords });
}
