import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { ringsOfWeek } from './agenda.ts';
import { weekOf } from './quarter.ts';

/** When something may fall due next: somebody is asked or reminded, or a digest is told. */
export function nextRing(file: WorkspaceFile, now: Date): Date | undefined {
  const week = weekOf(now);
  return [week, week + 1]
    .flatMap((one) => ringsOfWeek(file, one))
    .filter((at) => at > now)
    .sort((one, other) => one.getTime() - other.getTime())[0];
}
