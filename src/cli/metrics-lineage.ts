import { Command, InvalidArgumentError } from 'commander';
import { readPeriodStart } from '../features/metrics/metric-period.ts';
import type { Lineage } from '../features/observations/lineage.ts';
import { loadLineage } from '../features/observations/load-lineage.ts';
import { lineageLines, readableCounted } from '../features/observations/readable-lineage.ts';
import { identifyPeople } from '../features/people/identify-people.ts';
import { loadPeople } from '../features/people/load-people.ts';
import type { Database } from '../platform/storage/database.ts';
import type { CalendarDay } from '../platform/time/calendar-day.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withWorkspace } from './with-workspace.ts';

interface LineageOptions {
  member: string;
  period?: CalendarDay;
  json?: true;
}

export function defineMetricsLineage(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const { say, complain } = surroundings;
  return new Command('lineage')
    .summary('from a number back to every value it is made of')
    .description(
      'Goes from one number, of a metric, a member and a period, back to every value behind it: who reported it, when, ' +
        'from which source, on which evidence, and what it took the place of.',
    )
    .argument('<KEY>', 'the metric, as the workspace file names it')
    .requiredOption('--member <WHO>', 'whose: an e-mail address, a Slack user id, or a name such as @ana')
    .option(
      '--period <PERIOD>',
      'a week 2026-W48, a month 2026-11, a quarter 2026-Q4, or any day of it; else the latest',
      period,
    )
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- metrics lineage first_reply_hours --member ana@example.com',
        '  npm run cli -- metrics lineage client_satisfaction --member @ana --period 2026-11',
        '  npm run --silent cli -- metrics lineage first_reply_hours --member U012ABCDEF --period 2026-W48 --json',
      ].join('\n'),
    )
    .action((key: string, { member, period: day, json }: LineageOptions) =>
      withWorkspace(surroundings, async (db, workspaceId) => {
        const memberId = await findMember(db, workspaceId, member);
        if (memberId === undefined) {
          complain(`Nobody here is ${member}, or several are. Write an e-mail address or a Slack user id.`);
          return end(1);
        }
        const asks = { workspaceId, memberId, metricKey: key, ...(day !== undefined && { day }) };
        const loaded = await loadLineage(db, asks);
        if (loaded.outcome === 'unknown-metric') {
          complain(`There is no metric "${key}". \`metrics list\` lists them.`);
          return end(1);
        }
        if (json) return say(JSON.stringify(loaded.outcome === 'lineage' ? asJson(loaded.lineage) : null, null, 2));
        if (loaded.outcome === 'no-value') return say(`Nothing was ever reported of ${loaded.name} for ${member}.`);
        const ids = [...new Set(peopleIn(loaded.lineage))];
        const people = await identifyPeople(db, { workspaceId, references: ids });
        const telling = {
          person: (id: string) => {
            const identity = people.get(id);
            return identity?.status === 'member' ? identity.name : id;
          },
          instant: (at: Date) => at.toISOString(),
          words: (text: string) => text,
        };
        say(readableCounted(loaded.lineage, telling));
        for (const [standing = '', ...before] of lineageLines(loaded.lineage, telling)) {
          say(`  ${standing}`);
          for (const line of before) say(`    ${line}`);
        }
      }),
    );
}

async function findMember(db: Database, workspaceId: string, typed: string): Promise<string | undefined> {
  const reference = typed.includes('@', 1) ? typed.toLowerCase() : typed;
  const identity = (await identifyPeople(db, { workspaceId, references: [reference] })).get(reference);
  if (identity?.status === 'member') return identity.id;
  if (identity?.status === 'deactivated') return identity.ids.length === 1 ? identity.ids[0] : undefined;
  const wanted = typed.replace(/^@/, '').toLowerCase();
  const named = (await loadPeople(db, workspaceId)).filter(({ name }) => name.toLowerCase() === wanted);
  return named.length === 1 ? named[0]?.id : undefined;
}

function peopleIn({ strands }: Lineage): string[] {
  return strands.flatMap(({ standing, before }) =>
    [standing, ...before].flatMap(({ recordedById, withdrawn, verdict, challenges }) => {
      const judges = challenges.flatMap(({ byId, answer }) => [byId, answer?.byId]);
      return [recordedById, withdrawn?.byId, verdict?.byId, ...judges].filter((id) => typeof id === 'string');
    }),
  );
}

/** Sets have no place in JSON. */
function asJson({ countedIds, metric, ...lineage }: Lineage) {
  return { metric: { key: metric.key, version: metric.version }, ...lineage, countedIds: [...countedIds] };
}

function period(text: string): CalendarDay {
  const day = readPeriodStart(text);
  if (day === undefined)
    throw new InvalidArgumentError('Give a week 2026-W48, a month 2026-11, a quarter 2026-Q4, or a day.');
  return day;
}
