import { Command } from 'commander';
import { loadPeople } from '../features/people/load-people.ts';
import { loadPrecedences } from '../features/signals/load-precedences.ts';
import { HOW_IT_IS_TOLD, readablePrecedence } from '../features/signals/readable-precedence.ts';
import type { Surroundings } from './surroundings.ts';
import { withWorkspace } from './with-workspace.ts';

export function definePrecedes(surroundings: Surroundings): Command {
  const { say } = surroundings;
  return new Command('precedes')
    .summary('which leading metrics tend to move before which outcomes')
    .description(`Tells, across everybody, what tends to precede what. ${HOW_IT_IS_TOLD}`)
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText('after', '\nExamples:\n  npm run cli -- precedes\n  npm run --silent cli -- precedes --json')
    .action((options: { json?: true }) =>
      withWorkspace(surroundings, async (db, workspaceId) => {
        const memberIds = (await loadPeople(db, workspaceId)).map(({ id }) => id);
        const found = await loadPrecedences(db, { workspaceId, memberIds, now: surroundings.clock.now() });
        if (options.json) return say(JSON.stringify(found, null, 2));
        if (found.length === 0) say('Nobody has a leading and a lagging metric together yet.');
        for (const one of found) say(readablePrecedence(one));
      }),
    );
}
