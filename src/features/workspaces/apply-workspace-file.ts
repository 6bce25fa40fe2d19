import type { Database, Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { loadNames } from '../people/load-names.ts';
import { type Configuration, type ConfiguredReview, wantedConfiguration } from './configuration.ts';
import { type ConfigurationChange, configurationChanges, readableChange } from './configuration-changes.ts';
import { personProblems } from './file-people.ts';
import type { FileProblem } from './file-problem.ts';
import { type FindChannel, findChannels } from './find-channels.ts';
import { findPeople } from './find-people.ts';
import { recordChanges } from './record-changes.ts';
import { lockConfiguration, readConfiguration } from './store.ts';
import { readWorkspaceFile, type WorkspaceFile } from './workspace-file.ts';

type AppliedChange = ConfigurationChange & { line: string };

export type WorkspaceFileApplied =
  /** Notes: what of the file can have no effect any more. */
  | { outcome: 'applied' | 'planned'; changes: AppliedChange[]; notes: string[] }
  | { outcome: 'unchanged'; notes: string[] }
  | { outcome: 'refused'; problems: FileProblem[] };

interface ApplyWorkspaceFile {
  workspaceId: string;
  text: string;
  findChannel: FindChannel;
  now: Date;
  /** Only says what would change. */
  dryRun: boolean;
}

/** An apply that waits for another one, and then writes a thousand members, takes longer than Prisma's five seconds. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 };

/** Puts the workspace file in force: all of it or, when anything is wrong, nothing. */
export async function applyWorkspaceFile(db: Database, input: ApplyWorkspaceFile): Promise<WorkspaceFileApplied> {
  const reading = readWorkspaceFile(input.text);
  if ('problems' in reading) return { outcome: 'refused', problems: reading.problems };
  const { file } = reading;
  const channels = await findChannels(file, input.findChannel);
  return db.$transaction(async (tx) => {
    await lockConfiguration(tx, input.workspaceId);
    const people = await findPeople(file, (references) =>
      identifyPeople(tx, { workspaceId: input.workspaceId, references }),
    );
    const found = [...channels.problems, ...people.problems];
    // Who is who must be known before the file can be told to name somebody twice.
    const problems = people.problems.length > 0 ? found : [...found, ...personProblems(file, people.memberId)];
    if (problems.length > 0) return refuse(file, problems);
    const present = await readConfiguration(tx, input.workspaceId);
    const { wanted, tooLate } = wantedConfiguration(file, {
      memberId: people.memberId,
      channelId: channels.channelId,
      present,
      today: dayOf(input.now, 'Etc/UTC'),
    });
    return change(tx, input, { present, wanted, tooLate });
  }, PATIENCE);
}

async function change(
  tx: Transaction,
  { workspaceId, now, dryRun }: ApplyWorkspaceFile,
  { present, wanted, tooLate }: { present: Configuration; wanted: Configuration; tooLate: ConfiguredReview[] },
): Promise<WorkspaceFileApplied> {
  const changes = configurationChanges(present, wanted);
  if (!dryRun) await recordChanges(tx, { workspaceId, changes, wanted, now });
  const ids = [...memberIdsIn(present, wanted), ...tooLate.map(({ memberId }) => memberId)];
  const nameOf = await loadNames(tx, workspaceId, ids);
  const notes = [...notesOn(tooLate, nameOf), ...notesOnUndone(changes, present, nameOf)];
  if (changes.length === 0) return { outcome: 'unchanged', notes };
  return {
    notes,
    outcome: dryRun ? 'planned' : 'applied',
    changes: changes.map((one) => ({ ...one, line: readableChange(one, nameOf) })),
  };
}

function notesOn(tooLate: ConfiguredReview[], nameOf: (id: string) => string): string[] {
  return [...Map.groupBy(tooLate, ({ cycleKey }) => cycleKey)].map(([cycleKey, reviews]) => {
    const names = reviews.map(({ memberId }) => nameOf(memberId)).join(', ');
    return `review ${cycleKey} of ${names}: not set up, since its day has passed`;
  });
}

/** Said before it is done, by a dry run: otherwise the work of an administrator in Slack would vanish without a word. */
function notesOnUndone(
  changes: ConfigurationChange[],
  { metrics }: Configuration,
  nameOf: (id: string) => string,
): string[] {
  return changes.flatMap(({ noun, action, key }) => {
    const by = metrics.find((metric) => metric.key === key)?.definedById;
    if (noun !== 'metric' || action !== 'change' || !by) return [];
    return [`metric ${key}: ${nameOf(by)} defined it last in Slack; where the file says otherwise, the file prevails`];
  });
}

function refuse(file: WorkspaceFile, problems: Omit<FileProblem, 'line'>[]): WorkspaceFileApplied {
  const located = problems.map((problem) => ({ ...problem, line: file.lineOf(problem.at) }));
  return { outcome: 'refused', problems: located.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

function memberIdsIn(...configurations: Configuration[]): string[] {
  const ids = configurations.flatMap(({ metrics, teams, members, reviews, sponsorIds }) => [
    ...metrics.flatMap(({ dataOwnerId, definedById }) => [dataOwnerId, definedById]),
    ...teams.map(({ managerId }) => managerId),
    ...members.flatMap(({ id, managerId }) => [id, managerId]),
    ...reviews.map(({ memberId }) => memberId),
    ...sponsorIds,
  ]);
  return [...new Set(ids.filter((id) => id !== null))];
}
