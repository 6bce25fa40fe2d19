import { localInstant } from '../../platform/time/local-time.ts';
import type { Moment } from '../moment.ts';
import type { Stage } from '../stage.ts';
import { closeAt, pressBy, pressUnder, save, tell } from './acts.ts';

/** A number that is wrong, found by the one whom it is about, and put right by whoever answers for it. */
export const challenge = {
  by: 'emeka',
  answeredBy: 'maya',
  metric: 'Time to first reply',
  /** The check-in in which it was given, and its week as the form shows it. */
  day: '2026-02-12',
  week: '9 to 15 Feb 2026',
  wrong: 'The queue had nobody for a morning; those hours are not mine.',
  right: '2.6',
  readable: '2h 36m',
  why: 'The routing of the help desk did it. Counted without that morning.',
} as const;

/** Values of this metric count when its data owner has verified them. */
export const verified = { by: 'maya', metric: 'Client satisfaction' } as const;
/** Mondays after the weeks in which it is counted. */
const VERIFIED_ON = ['2026-01-12', '2026-02-09', '2026-03-09', '2026-04-06'] as const;

export function doubtMoments(): Moment[] {
  return [
    ...VERIFIED_ON.map((day) => ({ at: localInstant(day, '09:45', 'America/New_York'), play: mayaVerifies })),
    { at: localInstant('2026-02-13', '14:30', 'Europe/London'), play: emekaChallenges },
    { at: localInstant('2026-02-13', '10:15', 'America/New_York'), play: mayaCorrects },
  ];
}

async function mayaVerifies(stage: Stage): Promise<void> {
  const maya = stage.world.slack.as(verified.by);
  await maya.command('/throughline verify');
  const list = await maya.waitForModal('To verify');
  const all = list.buttons.find((button) => button.startsWith('Verify all'));
  if (all === undefined) throw new Error(`Maya finds nothing to verify: ${list.lines.join(' ')}`);
  await maya.press(all);
  await closeAt(maya, 'Nothing waits for you');
  await stage.world.ring();
  tell(
    stage,
    verified.by,
    `answers for ${verified.metric.toLowerCase()}: ${all.toLowerCase()}. From now on they count.`,
  );
}

async function emekaChallenges(stage: Stage): Promise<void> {
  const emeka = stage.world.slack.as(challenge.by);
  await pressBy(emeka, '/progress', 'Challenge a number…');
  const form = await emeka.waitForModal('Challenge a number');
  const options = form.fields.find(({ label }) => label === 'Which number')?.options ?? [];
  const option = options.find((one) => one.includes(challenge.week) && /\d[hm]\b| hours/.test(one));
  if (option === undefined) throw new Error(`The number is not offered: ${options.join('; ')}`);
  await save(emeka, { 'Which number': option, 'What is wrong': challenge.wrong });
  await stage.world.ring();
  tell(
    stage,
    challenge.by,
    `challenges a number of his own, ${option}: "${challenge.wrong}" Until it is answered it does not count.`,
  );
}

async function mayaCorrects(stage: Stage): Promise<void> {
  const maya = stage.world.slack.as(challenge.answeredBy);
  await pressUnder(maya, 'A number is challenged', 'Answer…');
  await save(maya, { 'Your answer': 'Correct it', 'The right value': challenge.right, Why: challenge.why });
  await stage.world.ring();
  tell(
    stage,
    challenge.answeredBy,
    `answers for that metric, and corrects it to ${challenge.readable}. Both numbers stay on record, with who, when and why.`,
  );
}
