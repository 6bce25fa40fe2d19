import { localInstant } from '../platform/time/local-time.ts';
import { fillIn, openByButton, save } from './check-in-acts.ts';
import { colleagueCalled, emailOf, userIdOf } from './company.ts';
import type { Moment } from './moment.ts';
import { titleOf } from './roster.ts';
import { seenText } from './seen-text.ts';
import { type Stage, zoneNow } from './stage.ts';
import { rewordedWin } from './wins.ts';
import { withMember, withoutMember } from './workspace-text.ts';

/** What comes up in an office in three months: people come, go and move, correct themselves, and look at each other. */
export function officeMoments(): Moment[] {
  return [
    { at: localInstant('2026-01-26', '10:15', 'America/Sao_Paulo'), play: camilaRewords },
    { at: localInstant('2026-02-11', '09:21', 'Asia/Kolkata'), play: showLateWin },
    { at: localInstant('2026-02-16', '09:05', 'America/New_York'), play: noorJoins },
    { at: localInstant('2026-02-24', '17:30', 'America/New_York'), play: davidLeaves },
    { at: localInstant('2026-03-02', '08:30', 'America/Sao_Paulo'), play: tomasMoves },
    { at: localInstant('2026-03-06', '16:10', 'America/New_York'), play: mayaLooks },
    { at: localInstant('2026-03-20', '11:40', 'Europe/London'), play: emekaLooks },
  ];
}

/** Days after the digest told her win. */
async function camilaRewords(stage: Stage): Promise<void> {
  const { world, narrator, said } = stage;
  const camila = colleagueCalled('camila');
  const person = world.slack.as(camila.handle);
  const before = said.findLast(({ handle }) => handle === camila.handle);
  const copy = person.reads('app').findLast(({ buttons }) => buttons.includes('Edit'));
  if (!before?.answer.win || !copy) throw new Error('Camila has told no win that she could word anew.');
  const whatChanged = before.answer.win.whatChanged.replace(rewordedWin.before, rewordedWin.after);
  const answer = { ...before.answer, win: { ...before.answer.win, whatChanged } };
  await openByButton(person, 'Edit', copy.ts);
  await fillIn(person, answer);
  await save(person);
  said.push({ ...before, at: world.clock.now(), answer });
  await world.ring();
  const text = `${camila.name} edits Thursday's answer: "${rewordedWin.before}" becomes "${rewordedWin.after}". Friday's digests are brought up to date:`;
  narrator.tell(world.clock.now(), camila.timeZone, text);
  showDigest(stage, { reader: 'maya', channel: 'support', about: 'Delmar Ports' });
}

async function showLateWin(stage: Stage): Promise<void> {
  await stage.world.ring();
  const { timeZone } = colleagueCalled('ravi');
  stage.narrator.tell(stage.world.clock.now(), timeZone, "Last Friday's digest takes the late win up:");
  showDigest(stage, { reader: 'oliver', channel: 'education', about: 'Juno Pharmacies' });
}

async function noorJoins(stage: Stage): Promise<void> {
  const { world } = stage;
  const { handle, name, timeZone } = colleagueCalled('noor');
  const email = emailOf(handle);
  const title = titleOf(stage.file, handle);
  world.slack.addPerson({ id: userIdOf(handle), name: handle, realName: name, title, timeZone, email });
  await world.slack.eventsSettled();
  await changeFile(stage, withMember(stage.text, handle), `${name} joins Customer Support`);
}

async function davidLeaves(stage: Stage): Promise<void> {
  const { world } = stage;
  const { handle, name } = colleagueCalled('david');
  world.slack.deactivate(handle);
  await world.slack.eventsSettled();
  await changeFile(stage, withoutMember(stage.text, handle), `${name} leaves; the account is deactivated`);
}

async function changeFile(stage: Stage, text: string, what: string): Promise<void> {
  stage.text = text;
  const lines = await stage.world.apply(text);
  stage.narrator.tell(
    stage.world.clock.now(),
    'America/New_York',
    `${what}. The workspace file is changed and applied:`,
  );
  stage.narrator.show('apply throughline.yaml', lines);
}

async function tomasMoves({ world, narrator }: Stage): Promise<void> {
  const { handle, name, movesTo = '' } = colleagueCalled('tomas');
  world.slack.updatePerson(handle, { timeZone: movesTo });
  await world.slack.eventsSettled();
  const text = `${name} has moved from London, and Slack has the new zone. On Thursday ten o'clock is ten here.`;
  narrator.tell(world.clock.now(), movesTo, text);
}

async function mayaLooks(stage: Stage): Promise<void> {
  await look(stage, 'maya', '/progress', 'a manager, asks for her people');
}

async function emekaLooks(stage: Stage): Promise<void> {
  await look(stage, 'emeka', '/progress @priya', 'no manager, is curious about a colleague');
}

async function look(stage: Stage, handle: string, typed: string, who: string): Promise<void> {
  const { world, narrator, looks } = stage;
  const colleague = colleagueCalled(handle);
  const { reply } = await world.slack.as(handle).command(typed);
  const text = reply?.text ?? '';
  looks.push({ handle, typed, reply: text });
  narrator.tell(world.clock.now(), zoneNow(stage, colleague), `${colleague.name}, ${who}: ${typed}`);
  narrator.show(`only ${colleague.name} sees this`, seenText(text, zoneNow(stage, colleague)));
}

function showDigest(stage: Stage, where: { reader: string; channel: string; about: string }): void {
  const reader = colleagueCalled(where.reader);
  const messages = stage.world.slack.as(where.reader).reads(where.channel);
  const digest = messages.find(({ text }) => text.includes(where.about));
  if (!digest) throw new Error(`${reader.name} finds no digest about ${where.about} in #${where.channel}.`);
  const state = digest.edited ? ' (edited)' : '';
  stage.narrator.show(`#${where.channel}${state}`, seenText(digest.text, zoneNow(stage, reader)));
}
