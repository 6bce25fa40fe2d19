import { localInstant } from '../../platform/time/local-time.ts';
import type { Person } from '../../simulator/person/person.ts';
import { colleagueCalled } from '../company.ts';
import type { Moment } from '../moment.ts';
import { seenText } from '../seen-text.ts';
import { type Stage, zoneNow } from '../stage.ts';
import { pressUnder, save, send, tell } from './acts.ts';
import {
  type Asked,
  asked,
  dayShift,
  exportFound,
  type GivenFeedback,
  handedOver,
  kickOff,
  oldLink,
  ostravaCall,
  ownNumber,
  sameMorning,
  toldAtOnce,
} from './feedback-given.ts';

const READERS = {
  shared: 'The person and their manager',
  'manager only': 'Their manager only',
  anonymous: 'Their manager with my name, the person without',
};
/** What Camila gives feedback on. */
const HANDOVER = 'Handover to Camila: Delmar, alarm 14. Tried: new token, other browser. Not tried: a second user.';

export function feedbackMoments(): Moment[] {
  return [
    { at: localInstant('2026-01-29', '14:10', 'Europe/Berlin'), play: anaAsks },
    { at: localInstant('2026-01-29', '16:05', 'Europe/Berlin'), play: colleaguesAnswer },
    { at: localInstant('2026-02-05', '15:20', 'Europe/London'), play: graceIsCoached },
    { at: localInstant('2026-02-09', '11:00', 'America/New_York'), play: mayaAsks },
    { at: localInstant('2026-02-10', '10:30', 'Europe/Berlin'), play: (stage) => answer(stage, exportFound) },
    { at: localInstant('2026-02-06', '16:40', 'Europe/Berlin'), play: (stage) => giveByCommand(stage, toldAtOnce) },
    { at: localInstant('2026-02-16', '11:20', 'America/New_York'), play: (stage) => giveByCommand(stage, ownNumber) },
    { at: localInstant('2026-02-16', '17:40', 'Europe/Berlin'), play: (stage) => giveByCommand(stage, sameMorning) },
    { at: localInstant('2026-02-17', '13:40', 'Europe/Berlin'), play: lucaGives },
    { at: localInstant('2026-03-10', '12:15', 'America/New_York'), play: hannahGives },
    { at: localInstant('2026-03-11', '10:10', 'America/Sao_Paulo'), play: camilaGives },
    { at: localInstant('2026-04-07', '16:00', 'Europe/Berlin'), play: anaAsksAgain },
  ];
}

async function anaAsks(stage: Stage): Promise<void> {
  await ask(stage, asked.slice(0, 2));
  tell(stage, 'ana', 'asks Jonas Richter and Bo Lindqvist for feedback on a kick-off.');
}

async function colleaguesAnswer(stage: Stage): Promise<void> {
  const bo = stage.world.slack.as('bo');
  await pressUnder(bo, 'asks you for feedback', 'Decline…');
  await save(bo, { Why: 'I was not in that room.' });
  await answer(stage, kickOff);
  tell(stage, 'bo', 'declines, and says why. Jonas Richter answers, and Ana Kovač reads it:');
  const news = await stage.world.slack.as('ana').waitForMessage('gave feedback about you');
  stage.narrator.show('in the messages of the app', seenText(news.text, zoneNow(stage, colleagueCalled('ana'))));
}

async function graceIsCoached(stage: Stage): Promise<void> {
  await giveByCommand(stage, ostravaCall);
  tell(
    stage,
    'grace',
    `writes "${ostravaCall.atFirst}" The coach marks a word that says more than was seen; she writes what happened instead, and gives it to Ana Kovač.`,
  );
}

async function mayaAsks(stage: Stage): Promise<void> {
  await ask(stage, asked.slice(2, 3));
  tell(stage, 'maya', 'asks Elif Demir for feedback on Priya Raman.');
}

async function lucaGives(stage: Stage): Promise<void> {
  await giveByCommand(stage, handedOver);
  tell(stage, 'luca', 'gives feedback on Ana Kovač, to her manager with his name, to her without.');
}

async function hannahGives(stage: Stage): Promise<void> {
  await giveByCommand(stage, oldLink);
  tell(stage, 'hannah', 'gives feedback on Priya Raman to her manager only: Priya will see that it exists, and why.');
}

async function camilaGives(stage: Stage): Promise<void> {
  const { slack } = stage.world;
  const message = await slack.as('priya').says(HANDOVER, 'support');
  const camila = slack.as('camila');
  await camila.messageShortcut('Give feedback on this', { in: 'support', message });
  await fillFeedback(camila, dayShift);
  await stage.world.ring();
  tell(stage, 'camila', 'gives feedback on a message of Priya Raman in #support, by the shortcut on it.');
}

async function anaAsksAgain(stage: Stage): Promise<void> {
  await ask(stage, asked.slice(3));
}

/** What was asked together: one form. */
async function ask({ world }: Stage, requests: readonly Asked[]): Promise<void> {
  const [first] = requests;
  if (!first) throw new Error('Nobody is asked.');
  const { by, about, aboutWhat, answerBy } = first;
  const person = world.slack.as(by);
  await person.command(by === about ? '/feedback ask' : `/feedback ask @${about}`);
  await save(person, {
    'Whom do you ask': requests.map(({ whom }) => whom),
    'About what': aboutWhat,
    'By when': answerBy,
  });
  await world.ring();
}

async function answer({ world }: Stage, feedback: GivenFeedback): Promise<void> {
  const person = world.slack.as(feedback.from);
  await pressUnder(person, 'asks you for feedback', 'Answer');
  await fillFeedback(person, feedback);
  await world.ring();
}

async function giveByCommand({ world }: Stage, feedback: GivenFeedback): Promise<void> {
  const person = world.slack.as(feedback.from);
  await person.command(`/feedback @${feedback.about}`);
  await fillFeedback(person, feedback);
  await world.ring();
}

async function fillFeedback(person: Person, feedback: GivenFeedback): Promise<void> {
  const { readers, behaviours, did, caused, next, nextOn, whyNotThem, atFirst } = feedback;
  await person.waitForModal('Give feedback');
  if (readers !== 'shared') await person.fill({ 'Who will read it': READERS[readers] });
  if (nextOn !== undefined) await person.fill({ 'What is it': 'A gap' });
  const rest = {
    'What did it cause, for the client or the team': caused,
    'Which of these was it': behaviours,
    ...(nextOn === undefined
      ? { 'Where could they use it next': next }
      : { 'One concrete step': next, 'By when': nextOn }),
    ...(whyNotThem !== undefined && { 'Why not the person': whyNotThem }),
  };
  if (atFirst !== undefined) {
    const coached = await send(person, { ...rest, 'What did they do': atFirst });
    if (coached?.submit !== 'Save as it is') throw new Error(`The coach says nothing to "${atFirst}"`);
  }
  const saved = await send(person, { ...rest, 'What did they do': did });
  if (saved?.title !== 'Saved')
    throw new Error(`${person.name}'s feedback is not saved: ${JSON.stringify(saved?.lines)}`);
  await person.close({ all: true });
}
