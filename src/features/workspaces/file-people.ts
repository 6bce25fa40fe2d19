import { managementCircles } from '../people/management.ts';
import type { FileProblem } from './file-problem.ts';
import type { WorkspaceFile } from './workspace-file.ts';

type Problem = Omit<FileProblem, 'line'>;

/** Somebody named in the file, and where. */
export interface PersonMention {
  at: readonly PropertyKey[];
  reference: string;
}

/** Who manages a member: the override, else the team's manager; a team's manager has nobody above but by override. */
export function managerFor(
  team: { manager: string },
  entry: { member: string; manager?: string | undefined },
): string | null {
  return entry.manager ?? (entry.member === team.manager ? null : team.manager);
}

/** Every place where the file names a person. */
export function peopleMentioned(file: WorkspaceFile): PersonMention[] {
  const inTeams = file.teams.flatMap((team) => [
    { at: ['teams', team.key, 'manager'], reference: team.manager },
    ...team.members.flatMap(({ member, manager }, index) => {
      const at = ['teams', team.key, 'members', index];
      const override = manager === undefined ? [] : [{ at: [...at, 'manager'], reference: manager }];
      return [{ at: [...at, 'member'], reference: member }, ...override];
    }),
  ]);
  const inReviews = file.reviews.flatMap((review) => [
    ...review.members.map((reference, index) => ({ at: ['reviews', review.key, 'members', index], reference })),
    ...Object.keys(review.dates).map((reference) => ({ at: ['reviews', review.key, 'dates', reference], reference })),
  ]);
  const sponsors = file.sponsors.map((reference, index) => ({ at: ['sponsors', index], reference }));
  const inMetrics = file.metrics.flatMap(({ key, data_owner: reference }) =>
    reference === undefined ? [] : [{ at: ['metrics', key, 'data_owner'], reference }],
  );
  return [...inTeams, ...inMetrics, ...inReviews, ...sponsors];
}

/**
 * Who stands twice, manages themselves, or is given a date without a review.
 * `identify` tells which references mean the same person: none but equal ones while only the file is known, and the
 * member's id once it met the workspace.
 */
export function personProblems(file: WorkspaceFile, identify: (reference: string) => string): Problem[] {
  const seen = new Map<string, string>();
  const managers = new Map<string, { at: PropertyKey[]; reference: string; manager: string | null }>();
  const twice: Problem[] = [];
  for (const team of file.teams) {
    for (const [index, entry] of team.members.entries()) {
      const at = ['teams', team.key, 'members', index];
      const id = identify(entry.member);
      const before = seen.get(id);
      if (before !== undefined) {
        const message = `${entry.member} is a member of the team "${before}" already; a person is in one team, once`;
        twice.push({ at: [...at, 'member'], message });
        continue;
      }
      seen.set(id, team.key);
      const manager = managerFor(
        { manager: identify(team.manager) },
        { member: id, manager: entry.manager === undefined ? undefined : identify(entry.manager) },
      );
      managers.set(id, { at: entry.manager === undefined ? at : [...at, 'manager'], reference: entry.member, manager });
    }
  }
  return [...twice, ...circleProblems(managers), ...reviewDateProblems(file, identify)];
}

function circleProblems(
  managers: ReadonlyMap<string, { at: PropertyKey[]; reference: string; manager: string | null }>,
): Problem[] {
  const managerOf = new Map([...managers].map(([id, { manager }]) => [id, manager]));
  return managementCircles(managerOf).flatMap((circle) => {
    const people = circle.map((id) => managers.get(id)).filter((person) => person !== undefined);
    const [first] = people;
    if (!first) return [];
    const names = [...people.map(({ reference }) => reference), first.reference].join(' → ');
    const message =
      people.length === 1 ? `${first.reference} manages themself` : `managers go round in a circle: ${names}`;
    return [{ at: first.at, message }];
  });
}

function reviewDateProblems(file: WorkspaceFile, identify: (reference: string) => string): Problem[] {
  return file.reviews.flatMap((review) => {
    // Of a team that is wrong itself the members are not known.
    if (!review.teams.every((key) => file.teams.some((team) => team.key === key))) return [];
    const reviewed = new Set(peopleReviewed(file, review).map(identify));
    return Object.keys(review.dates)
      .filter((reference) => !reviewed.has(identify(reference)))
      .map((reference) => ({
        at: ['reviews', review.key, 'dates', reference],
        message: `${reference} is not reviewed here; expected somebody of its teams or members`,
      }));
  });
}

/** References to everybody a review cycle names, by team or one by one. */
export function peopleReviewed(file: WorkspaceFile, review: { teams: string[]; members: string[] }): string[] {
  const teams = file.teams.filter(({ key }) => review.teams.includes(key));
  return [...teams.flatMap(({ members }) => members.map(({ member }) => member)), ...review.members];
}
