import { Command } from 'commander';
import { definitionFields } from '../features/metrics/definition-fields.ts';
import { loadDefinitionsInUse } from '../features/metrics/load-definition.ts';
import { inWhat } from '../features/metrics/readable-value.ts';
import { defineMetricsLineage } from './metrics-lineage.ts';
import { defineMetricsShow } from './metrics-show.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withWorkspace } from './with-workspace.ts';

export function defineMetrics(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const { say, complain } = surroundings;
  const list = new Command('list')
    .summary('every metric in use')
    .description('Lists every metric in use, by key.')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText('after', '\nExamples:\n  npm run cli -- metrics list\n  npm run --silent cli -- metrics list --json')
    .action((options: { json?: true }) =>
      withWorkspace(surroundings, async (db, workspaceId) => {
        const metrics = await loadDefinitionsInUse(db, workspaceId);
        if (options.json) {
          const listed = metrics.map((metric) => ({
            key: metric.key,
            version: metric.version,
            ...definitionFields(metric),
          }));
          return say(JSON.stringify(listed, null, 2));
        }
        if (metrics.length === 0)
          complain('There are no metrics yet. `apply` puts those of a workspace file in force.');
        for (const metric of metrics) {
          const { key, name, timing, direction, frequency } = metric;
          say(`${key}  ${name}${inWhat(metric)}, ${timing}, ${direction} is better, every ${frequency}`);
        }
      }),
    );
  return new Command('metrics')
    .summary('what is measured, what it means, and where a number comes from')
    .description(
      'Tells what is measured: every metric, the history of its definition, and every value behind a number.',
    )
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- metrics',
        '  npm run cli -- metrics show first_reply_hours',
        '  npm run cli -- metrics lineage first_reply_hours --member @ana --period 2026-W48',
      ].join('\n'),
    )
    .addCommand(list, { isDefault: true })
    .addCommand(defineMetricsShow(surroundings, end))
    .addCommand(defineMetricsLineage(surroundings, end));
}
