import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { ClockControl } from '../simulator/clock/clock-control.ts';
import type { VirtualClock } from '../simulator/clock/virtual-clock.ts';
import type { PageHost } from '../simulator/page/page-host.ts';
import { colleagueCalled } from './company.ts';
import { firstSteps, NEWCOMER } from './first-steps.ts';
import { nextRing } from './next-ring.ts';
import { WEEKS, weekOf } from './quarter.ts';

/** What the little Slack's page says of the demo. */
export interface DemoPage {
  host: PageHost;
  /** The story is told: from here on the company belongs to whoever looks at the page, and time runs on. */
  handOver(left: LeftByStory): void;
  /** Time stands still again. Resolves when what was begun is done. */
  close(): Promise<void>;
}

interface LeftByStory {
  /** In force. */
  file: WorkspaceFile;
  /** Of a client's form that nobody has answered yet. */
  formUrl?: string | undefined;
}

export function createDemoPage(clock: VirtualClock, ring: () => Promise<void>): DemoPage {
  let left: LeftByStory | undefined;
  const control = new ClockControl(clock, {
    onTick: ring,
    nextMoment: async () => left && nextRing(left.file, clock.now()),
  });
  return {
    host: {
      clock: control,
      playing() {
        if (left) return undefined;
        const week = Math.min(WEEKS, weekOf(clock.now()));
        return `A quarter is playing, week ${week} of ${WEEKS}. You are watching; when it is told, you can be anyone here.`;
      },
      tryThis: () => (left ? firstSteps(left.formUrl) : []),
      firstPerson: () => colleagueCalled(NEWCOMER).handle,
    },
    handOver(byStory) {
      left = byStory;
      control.run(1);
    },
    async close() {
      control.run(0);
      await control.settled();
    },
  };
}
