import { localInstant } from '../../platform/time/local-time.ts';
import { colleagueCalled } from '../company.ts';
import type { Moment } from '../moment.ts';
import type { Stage } from '../stage.ts';
import { pressBy, save, saveBy, tell } from './acts.ts';

export const initiative = {
  by: 'ana',
  name: 'First report in a week',
  outcome: 'New clients see their first own report within seven days.',
  parts: [
    { who: 'ana', brings: 'The first week, planned with the client.' },
    { who: 'elif', brings: 'Reports that need no set-up.' },
    { who: 'sofia', brings: 'A lesson of six minutes.' },
  ],
  /** The first is reached by somebody of another function, the second is still to come. */
  milestones: [
    { text: 'Three clients in a week', on: '2026-02-27', reachedBy: 'elif' },
    { text: 'All new clients', on: '2026-05-29' },
  ],
} as const;

export const wait = {
  by: 'ana',
  team: 'Onboarding',
  of: 'Product',
  what: 'Single sign-on for the last depot of Halvorsen',
  since: '2026-03-05',
  releasedBy: 'elif',
  delivered: 'Single sign-on is out for all enterprise clients.',
} as const;
/** Still waited for when the story ends. */
export const openWait = {
  by: 'bo',
  team: 'Customer Support',
  of: 'Product',
  what: 'To see who was locked out of a shared login',
} as const;

export function jointWorkMoments(): Moment[] {
  return [
    { at: localInstant('2026-01-27', '10:30', 'Europe/Berlin'), play: anaOpensInitiative },
    { at: localInstant('2026-02-25', '15:10', 'Europe/Berlin'), play: elifReachesMilestone },
    { at: localInstant('2026-03-10', '09:20', 'Europe/Berlin'), play: anaWaits },
    { at: localInstant('2026-03-17', '14:00', 'Europe/Berlin'), play: boWaits },
    { at: localInstant('2026-03-25', '16:40', 'Europe/Berlin'), play: elifReleases },
  ];
}

async function anaOpensInitiative(stage: Stage): Promise<void> {
  const { by, name, outcome, parts, milestones } = initiative;
  const ana = stage.world.slack.as(by);
  await pressBy(ana, '/throughline initiatives', 'Open an initiative');
  await ana.waitForModal();
  await ana.fill({
    Name: name,
    'What will be different, and for whom': outcome,
    'Who brings something': parts.map(({ who }) => who),
  });
  await save(ana, {
    ...Object.fromEntries(parts.map(({ who, brings }) => [`What ${colleagueCalled(who).name} brings`, brings])),
    Milestones: milestones.map(({ on, text }) => `${on} ${text}`).join('\n'),
  });
  tell(stage, by, `opens a joint initiative of Onboarding, Product and Education: ${name}.`);
}

async function elifReachesMilestone(stage: Stage): Promise<void> {
  const [{ text, reachedBy }] = initiative.milestones;
  await pressBy(stage.world.slack.as(reachedBy), '/throughline initiatives', `Reached: ${text}`);
  tell(stage, reachedBy, `marks a milestone of it as reached: ${text}. The next digests tell it.`);
}

async function anaWaits(stage: Stage): Promise<void> {
  await saveBy(stage.world.slack.as(wait.by), '/throughline waiting', 'Name a wait', {
    'For which team': wait.of,
    'What is waited for': wait.what,
    'Since when': wait.since,
  });
  tell(stage, wait.by, `names what Onboarding waits for from Product: ${wait.what}.`);
}

async function boWaits({ world }: Stage): Promise<void> {
  await saveBy(world.slack.as(openWait.by), '/throughline waiting', 'Name a wait', {
    'For which team': openWait.of,
    'What is waited for': openWait.what,
  });
}

async function elifReleases(stage: Stage): Promise<void> {
  const elif = stage.world.slack.as(wait.releasedBy);
  // The longest wait stands first.
  await pressBy(elif, '/throughline waiting', 'It is over (1)');
  await save(elif, { 'What was delivered, or why it is not needed any more': wait.delivered });
  tell(stage, wait.releasedBy, `releases it: ${wait.delivered}`);
}
