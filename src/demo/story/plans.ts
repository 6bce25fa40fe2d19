import { localInstant } from '../../platform/time/local-time.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { colleagueCalled, namesOf, userIdOf } from '../company.ts';
import type { Moment } from '../moment.ts';
import { namedList } from '../named-list.ts';
import type { Stage } from '../stage.ts';
import { closeAt, pressBy, readIn, send, tell } from './acts.ts';

/** What somebody aims at, by the name of the metric; numbers as they are typed. */
interface Aim {
  metric: string;
  threshold: string;
  target: string;
  why: string;
}

export interface AgreedPlan {
  of: string;
  manager: string;
  partner: string;
  reason: string;
  aims: readonly Aim[];
}

export const plans: readonly AgreedPlan[] = [
  {
    of: 'ana',
    manager: 'katrin',
    partner: 'jonas',
    reason: 'New clients plan their first week alone, and stay because of it.',
    aims: [
      aim('Time to first value', '20', '14', 'Who takes longer than two weeks mostly stops within the quarter.'),
      aim('First-week activation', '50', '64', 'A planner who is alone in Larkfield goes back to paper.'),
      aim('90-day retention', '84', '90', 'It shows whether the first week was the right one.'),
    ],
  },
  {
    of: 'priya',
    manager: 'maya',
    partner: 'elif',
    reason: 'A dispatcher with a question has a van standing still.',
    aims: [
      aim('Time to first reply', '6', '3', 'Clients told us that half a morning is what they can bridge.'),
      aim('Reopened tickets', '12', '7', 'Fast answers that come back help nobody.'),
      aim('Client satisfaction', '84', '92', 'They say themselves whether it was settled.'),
    ],
  },
];

/** Drafted when the story is about to end: who is in the company then can sign it. */
const openPlan: AgreedPlan = {
  of: 'bo',
  manager: 'maya',
  partner: 'elif',
  reason: 'Repairs that hold at the first visit.',
  aims: [
    aim('Time to first reply', '5', '3', 'As the year before, and now it is said.'),
    aim('Reopened tickets', '11', '6', 'Nordlys counts second visits.'),
    aim('Client satisfaction', '86', '92', 'It follows the other two.'),
  ],
};

export function planMoments(): Moment[] {
  const [ofAna, ofPriya] = plans;
  if (!ofAna || !ofPriya) throw new Error('There are two plans in the story.');
  return [
    { at: localInstant('2026-01-12', '10:40', 'Europe/Berlin'), play: (stage) => draft(stage, ofAna) },
    { at: localInstant('2026-01-13', '11:15', 'Europe/Berlin'), play: (stage) => agree(stage, ofAna) },
    { at: localInstant('2026-01-13', '15:30', 'Asia/Kolkata'), play: (stage) => draft(stage, ofPriya) },
    { at: localInstant('2026-01-13', '16:00', 'Europe/Berlin'), play: (stage) => agree(stage, ofPriya) },
    { at: localInstant('2026-04-07', '16:30', 'Europe/Berlin'), play: leaveOpen },
  ];
}

async function draft(stage: Stage, plan: AgreedPlan): Promise<void> {
  const { world } = stage;
  const person = world.slack.as(plan.of);
  await pressBy(person, '/plan', 'Draft a plan…');
  await person.waitForModal('Your plan');
  for (const { metric, threshold, target, why } of plan.aims) {
    await person.press('Numbers…', { beside: metric });
    await person.waitForModal(metric);
    await send(person, { Threshold: threshold, Target: target, 'Why this number': why });
    await readIn(person, `from ${threshold}, target ${target}`);
  }
  await send(person, { Partners: [plan.partner], 'What this plan is for': plan.reason });
  await person.press('Ask for signatures');
  await closeAt(person, 'in a group conversation now');
  await world.ring();
  const others = namedList(namesOf([plan.manager, plan.partner]));
  tell(
    stage,
    plan.of,
    `drafts a plan: ${plan.aims.length} metrics with threshold, target and why. ${others} are asked to sign.`,
  );
}

async function agree(stage: Stage, plan: AgreedPlan): Promise<void> {
  for (const handle of signersOf(plan)) await sign(stage, plan, handle);
  await stage.world.ring();
  const whose = colleagueCalled(plan.of).name;
  tell(stage, plan.manager, `signs last; employee, partner and manager have. The plan of ${whose} is in force.`);
}

async function leaveOpen(stage: Stage): Promise<void> {
  await draft(stage, openPlan);
  await sign(stage, openPlan, openPlan.of);
  await stage.world.ring();
}

/** In the order in which they sign. */
function signersOf({ of, partner, manager }: AgreedPlan): string[] {
  return [of, partner, manager];
}

async function sign({ world: { slack } }: Stage, plan: AgreedPlan, handle: string): Promise<void> {
  const person = slack.as(handle);
  const group = groupOf(slack, signersOf(plan));
  await person.waitForMessage('Agreeing on a plan', group);
  await person.press('Sign version 1', { in: group });
  await person.waitForModal('Plan');
  await person.close();
}

/** The conversation that the bot has with just these people. */
function groupOf({ requests }: Simulator, handles: readonly string[]): string {
  const wanted = handles.map(userIdOf).sort().join();
  const opened = requests.find(
    ({ method, args }) => method === 'conversations.open' && String(args['users']).split(',').sort().join() === wanted,
  );
  const channel = opened?.answer['channel'];
  if (typeof channel !== 'object' || channel === null || !('id' in channel)) throw new Error('There is no such group.');
  return String(channel['id']);
}

function aim(metric: string, threshold: string, target: string, why: string): Aim {
  return { metric, threshold, target, why };
}
