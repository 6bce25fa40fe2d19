import { localInstant } from '../../platform/time/local-time.ts';
import { colleagueCalled } from '../company.ts';
import type { Moment } from '../moment.ts';
import { seenText } from '../seen-text.ts';
import { type Stage, zoneNow } from '../stage.ts';
import { pressBy, save, saveBy, tell } from './acts.ts';
import { ostravaCall } from './feedback-given.ts';

export interface Experiment {
  by: string;
  bottleneck: string;
  proposal: string;
  belief: string;
  change: string;
  metric: string;
  from: string;
  until: string;
  /** What was learned, on which day. */
  lesson?: { on: string; result: string; seen: string; learned: string };
}

export const bookedCalls: Experiment = {
  by: 'grace',
  bottleneck: 'Onboarding calls are booked two weeks out.',
  proposal: 'Book the first call in the contract.',
  belief: 'A call that stands in the contract happens in the first week.',
  change: 'Sales books the first call.',
  metric: 'Time to first value',
  from: '2026-02-04',
  until: '2026-02-26',
  lesson: {
    on: '2026-02-27',
    result: 'It did not work, and now we know',
    seen: 'Seven of ten calls were moved.',
    learned: 'Onboarding calls are booked best by those who hold them.',
  },
};
const shortLessons: Experiment = {
  by: 'ravi',
  bottleneck: 'Learners stop at the fourth lesson.',
  proposal: 'Cut it in two.',
  belief: 'Nobody has twenty minutes in one piece on a shift.',
  change: 'Lesson four becomes two lessons of ten minutes.',
  metric: 'Course completion',
  from: '2026-02-23',
  until: '2026-03-20',
  lesson: {
    on: '2026-03-23',
    result: 'It worked',
    seen: 'Of ten learners eight went on, before it were five.',
    learned: 'A lesson has to fit into a break.',
  },
};
/** Runs on when the story ends. */
const nightDesk: Experiment = {
  by: 'camila',
  bottleneck: 'Delmar tests at night, and waits for answers until morning.',
  proposal: 'Hand their tickets to Kolkata at six.',
  belief: 'A ticket that is handed over with what was tried is answered before their morning.',
  change: 'Camila hands over to Priya each evening.',
  metric: 'Time to first reply',
  from: '2026-03-30',
  until: '2026-04-24',
};
export const experiments: readonly Experiment[] = [bookedCalls, shortLessons, nightDesk];

export const goal = {
  of: 'ana',
  from: ostravaCall,
  objective: 'Hearing a question to its end',
  steps: [
    { on: '2026-03-13', what: ostravaCall.next, isDone: true },
    { on: '2026-05-15', what: 'Let Grace listen to two calls and count', isDone: false },
  ],
  mentor: 'grace',
} as const;

export function growthMoments(): Moment[] {
  return [
    { at: localInstant('2026-02-03', '11:00', 'Europe/London'), play: (stage) => plan(stage, bookedCalls) },
    { at: localInstant('2026-02-06', '09:40', 'Europe/Berlin'), play: anaSetsGoal },
    { at: localInstant('2026-02-20', '15:00', 'Asia/Kolkata'), play: (stage) => plan(stage, shortLessons) },
    { at: localInstant('2026-02-27', '09:40', 'Europe/London'), play: (stage) => learn(stage, bookedCalls) },
    { at: localInstant('2026-03-04', '10:15', 'America/Sao_Paulo'), play: tomasLooksForLessons },
    { at: localInstant('2026-03-13', '17:00', 'Europe/Berlin'), play: anaDoesStep },
    { at: localInstant('2026-03-23', '14:30', 'Asia/Kolkata'), play: (stage) => learn(stage, shortLessons) },
    { at: localInstant('2026-03-27', '14:00', 'America/Sao_Paulo'), play: (stage) => plan(stage, nightDesk) },
  ];
}

async function plan(stage: Stage, experiment: Experiment): Promise<void> {
  const person = stage.world.slack.as(experiment.by);
  await saveBy(person, '/throughline experiments', 'Name a bottleneck', {
    'What is in the way': experiment.bottleneck,
    'What could be tried': experiment.proposal,
  });
  await pressBy(person, '/throughline experiments', 'Plan the experiment', experiment.bottleneck);
  await save(person, {
    'We believe that': experiment.belief,
    'What we do differently': experiment.change,
    'The metric that will show it': experiment.metric,
    From: experiment.from,
    Until: experiment.until,
  });
  tell(stage, experiment.by, `names a bottleneck, and plans an experiment about it: ${experiment.change}`);
}

async function learn(stage: Stage, { by, bottleneck, lesson }: Experiment): Promise<void> {
  if (!lesson) throw new Error('Nothing was learned yet.');
  const person = stage.world.slack.as(by);
  await pressBy(person, '/throughline experiments', 'Tell the lesson', bottleneck);
  await save(person, {
    'What came of it': lesson.result,
    'What was seen': lesson.seen,
    'What we learned': lesson.learned,
  });
  const comfort =
    lesson.result === 'It worked' ? '' : ' It failed, and it counts against nobody: no score knows of it.';
  tell(stage, by, `tells what the experiment taught: ${lesson.learned}${comfort}`);
}

async function tomasLooksForLessons(stage: Stage): Promise<void> {
  const typed = '/throughline lessons onboarding';
  const { reply } = await stage.world.slack.as('tomas').command(typed);
  tell(stage, 'tomas', `asks what others learned: ${typed}`);
  const tomas = colleagueCalled('tomas');
  stage.narrator.show(`only ${tomas.name} sees this`, seenText(reply?.text ?? '', zoneNow(stage, tomas)));
}

async function anaSetsGoal(stage: Stage): Promise<void> {
  const ana = stage.world.slack.as(goal.of);
  await ana.command('/feedback about me');
  await ana.waitForModal('Feedback');
  await ana.press('Make it a goal', { beside: ostravaCall.did });
  await ana.waitForModal('Set a goal');
  await save(ana, {
    'What do you want to become better at': goal.objective,
    'Steps, one a line, its day first': goal.steps.map(({ on, what }) => `${on} ${what}`).join('\n'),
    'Coach or mentor': goal.mentor,
  });
  tell(stage, goal.of, `makes the gap a goal: ${goal.objective}.`);
}

async function anaDoesStep({ world }: Stage): Promise<void> {
  const ana = world.slack.as(goal.of);
  await ana.command('/throughline goals');
  await ana.waitForModal();
  await ana.press('Done', { beside: goal.steps[0].what });
  await ana.close({ all: true });
}
