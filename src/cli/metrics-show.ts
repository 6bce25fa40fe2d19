import { Command } from 'commander';
import { definitionChanges, definitionFields } from '../features/metrics/definition-fields.ts';
import { definitionSentences, fieldName } from '../features/metrics/definition-words.ts';
import { loadDefinition, loadDefinitionsInUse } from '../features/metrics/load-definition.ts';
import { identifyPeople } from '../features/people/identify-people.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withWorkspace } from './with-workspace.ts';

export function defineMetricsShow(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const { say, complain } = surroundings;
  return new Command('show')
    .summary('the definition of a metric and its history')
    .description('Shows the definition that is in force, and every version before it: who changed what, when and why.')
    .argument('<KEY>', 'the metric, as the workspace file names it')
    .option('--json', 'answer in JSON, for scripts')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run cli -- metrics show first_reply_hours\n  npm run --silent cli -- metrics show first_reply_hours --json',
    )
    .action((key: string, options: { json?: true }) =>
      withWorkspace(surroundings, async (db, workspaceId) => {
        const definition = await loadDefinition(db, { workspaceId, key });
        const [inForce] = definition?.versions ?? [];
        if (!definition || !inForce) {
          complain(`There is no metric "${key}". \`metrics list\` lists them.`);
          return end(1);
        }
        const versions = definition.versions.map(({ metric, definedAt, definedById, changeReason }, at) => {
          const before = definition.versions[at + 1]?.metric;
          const changes = before ? definitionChanges(before, metric) : [];
          return {
            version: metric.version,
            definedAt,
            definedById,
            changeReason,
            changes,
            ...definitionFields(metric),
          };
        });
        if (options.json) return say(JSON.stringify({ key, isRetired: definition.isRetired, versions }, null, 2));
        const ids = versions.flatMap(({ definedById, data_owner: owner }) => [definedById, owner].filter(isText));
        const people = await identifyPeople(db, { workspaceId, references: [...new Set(ids)] });
        const shown = (value: unknown) => {
          const person = people.get(String(value));
          return value === null ? 'none' : person?.status === 'member' ? person.name : String(value);
        };
        say(`${key}${definition.isRetired ? ' (retired: not asked any more)' : ''}`);
        const names = new Map((await loadDefinitionsInUse(db, workspaceId)).map((metric) => [metric.key, metric.name]));
        say(`  ${inForce.metric.name}: ${inForce.metric.meaning}`);
        const called = {
          metric: (other: string) => names.get(other) ?? other,
          person: (id: string) => String(shown(id)),
        };
        for (const sentence of definitionSentences(inForce.metric, called)) say(`  ${sentence}`);
        for (const { version, definedAt, definedById, changeReason, changes } of versions) {
          const what = changes.map(
            ({ field, before, after }) => `${fieldName(field)} ${shown(before)} → ${shown(after)}`,
          );
          const by = definedById === null ? 'the workspace file' : shown(definedById);
          say(`version ${version}, ${definedAt.toISOString()}, by ${by}: ${what.join('; ') || 'the first definition'}`);
          if (changeReason !== null) say(`  why: ${changeReason}`);
        }
      }),
    );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
