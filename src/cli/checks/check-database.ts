import { inOneSentence } from '../../failure.ts';
import { type Finding, hint, ok, problem } from '../../features/workspaces/finding.ts';
import { migrationStatus } from '../../platform/storage/migrate.ts';
import type { ReachedDatabase } from '../../platform/storage/reach-database.ts';

const HOW: Record<ReachedDatabase['how'], string> = {
  server: 'reached',
  'beside-service': 'reached, beside the running service',
  started: 'reached; the service does not run, so it was started for this check',
};

/** Whether the database answers, and whether it has this version's tables. */
export async function checkDatabase(
  reached: ReachedDatabase,
  folder: string,
): Promise<{ isUsable: boolean; findings: Finding[] }> {
  try {
    const { applied, pending, problems } = await migrationStatus({ connectionString: reached.url, folder });
    const reachable = ok('Database', HOW[reached.how]);
    if (problems.length > 0)
      return { isUsable: false, findings: [reachable, ...problems.map((one) => problem('Migrations', one))] };
    if (pending.length === 0)
      return { isUsable: true, findings: [reachable, ok('Migrations', `${applied.length} made`)] };
    const says = `${pending.length} to make; the next start of the service, or \`apply\`, makes them.`;
    return { isUsable: false, findings: [reachable, hint('Migrations', says)] };
  } catch (error) {
    return { isUsable: false, findings: [problem('Database', inOneSentence(error))] };
  }
}
