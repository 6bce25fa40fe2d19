import type { MetricEntry } from '../features/workspaces/metric-schema.ts';
import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { emailOf } from './company.ts';

/** Somebody on a team, as the workspace file has them. */
export interface Placement {
  handle: string;
  team: WorkspaceFile['teams'][number];
  metrics: MetricEntry[];
  /** By handle. */
  manager: string;
}

/** Everybody whom the file puts on a team, in its order. */
export function rosterOf(file: WorkspaceFile): Placement[] {
  return file.teams.flatMap((team) =>
    team.members.map(({ member, role, manager = team.manager }) => {
      const keys = file.roles.find(({ key }) => key === role)?.metrics ?? [];
      return {
        handle: handleOf(member),
        team,
        metrics: keys.flatMap((key) => file.metrics.filter((metric) => metric.key === key)),
        manager: handleOf(manager),
      };
    }),
  );
}

/** What somebody does, in the words of the workspace file; empty for who is on no team. */
export function titleOf(file: WorkspaceFile, handle: string): string {
  const place = file.teams.flatMap(({ name, members }) =>
    members.filter(({ member }) => handleOf(member) === handle).map(({ role }) => ({ name, role })),
  )[0];
  const role = file.roles.find(({ key }) => key === place?.role)?.name;
  return place && role ? `${role}, ${place.name}` : '';
}

/** The label over a metric's field: what people see when they answer. */
export function labelOf({ name, unit }: Pick<MetricEntry, 'name' | 'unit'>): string {
  return `${name} (${unit})`;
}

function handleOf(email: string): string {
  const [handle = ''] = email.split('@');
  if (emailOf(handle) !== email) throw new Error(`${email} is no address of the demo company.`);
  return handle;
}
