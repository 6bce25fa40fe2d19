import { readFile } from 'node:fs/promises';
import type { Clock } from '../platform/time/clock.ts';
import type { PageHost } from '../simulator/page/page-host.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { COMPANY_NAME, channels, colleagues, emailOf, userIdOf } from './company.ts';
import { titleOf } from './roster.ts';
import { loadWorkspaceText, readDemoFile } from './workspace-text.ts';

const manifestFile = new URL('../../manifest/socket-mode.json', import.meta.url);

/** The company's little Slack on the first day: everybody but those who join later, the channels, and the bot in each. */
export async function startLarkfieldSlack(clock: Clock, page: PageHost, port: number | undefined): Promise<Simulator> {
  const file = readDemoFile(await loadWorkspaceText());
  const here = colleagues.filter(({ joinsOn }) => joinsOn === undefined);
  return startSimulator({
    manifest: JSON.parse(await readFile(manifestFile, 'utf8')),
    clock,
    page,
    seed: COMPANY_NAME,
    ...(port !== undefined && { port }),
    workspace: {
      name: COMPANY_NAME,
      people: here.map(({ handle, name, timeZone, runsSlack }) => ({
        id: userIdOf(handle),
        name: handle,
        realName: name,
        timeZone,
        admin: runsSlack === true,
        email: emailOf(handle),
        title: titleOf(file, handle) || 'Chief executive officer',
      })),
      channels: Object.entries(channels).map(([name, members]) => ({
        name,
        members: [...members],
        botIsMember: true,
      })),
    },
  });
}
