import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { ClockControl } from '../simulator/clock/clock-control.ts';
import type { VirtualClock } from '../simulator/clock/virtual-clock.ts';
import type { PageHost, Step } from '../simulator/page/page-host.ts';
import { colleagueCalled } from './company.ts';
import { nextRing } from './next-ring.ts';
import { WEEKS, weekOf } from './quarter.ts';

/** What the little Slack's page says of the demo. */
export interface DemoPage {
  host: PageHost;
  /** The story is told: from here on the company belongs to whoever looks at the page, and time runs on. */
  handOver(file: WorkspaceFile): void;
  /** Time stands still again. Resolves when what was begun is done. */
  close(): Promise<void>;
}

const EMPLOYEE = { handle: 'priya', firstName: 'Priya' };
const ADMINISTRATOR = { handle: 'ingrid', firstName: 'Ingrid' };
const MANAGER = { handle: 'maya', firstName: 'Maya', channel: 'support' };

const steps: Step[] = [
  { text: 'Let time pass. On Thursday at ten, wherever they live, people are asked for their check-in.', next: true },
  {
    text: `${EMPLOYEE.firstName} in Kolkata is asked first: press Answer, and type a word where a number belongs.`,
    as: EMPLOYEE.handle,
    go: 'messages',
  },
  {
    text: `${MANAGER.firstName} leads her team. In #${MANAGER.channel}, send /progress: nobody else sees the answer.`,
    as: MANAGER.handle,
    go: MANAGER.channel,
    type: '/progress',
  },
  {
    text: `What will be said at ${EMPLOYEE.firstName}'s review? She finds it in her messages, and ${MANAGER.firstName} in hers: the same.`,
    as: MANAGER.handle,
    go: 'messages',
  },
  {
    text: 'What does a client say? Make a link to a form, open it, and answer as the client.',
    as: EMPLOYEE.handle,
    go: 'messages',
    type: '/throughline form',
  },
  {
    text: `${ADMINISTRATOR.firstName} runs the Slack workspace: what administrators see and change. /throughline help names the rest.`,
    as: ADMINISTRATOR.handle,
    go: 'messages',
    type: '/throughline metrics',
  },
];

export function createDemoPage(clock: VirtualClock, ring: () => Promise<void>): DemoPage {
  let file: WorkspaceFile | undefined;
  const control = new ClockControl(clock, {
    onTick: ring,
    nextMoment: async () => file && nextRing(file, clock.now()),
  });
  return {
    host: {
      clock: control,
      playing() {
        if (file) return undefined;
        const week = Math.min(WEEKS, weekOf(clock.now()));
        return `A quarter is playing, week ${week} of ${WEEKS}. You are watching; when it is told, you can be anyone here.`;
      },
      tryThis: () => (file ? steps : []),
      firstPerson: () => colleagueCalled(EMPLOYEE.handle).handle,
    },
    handOver(inForce) {
      file = inForce;
      control.run(1);
    },
    async close() {
      control.run(0);
      await control.settled();
    },
  };
}
