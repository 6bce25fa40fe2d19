import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { type Colleague, timeZoneOn } from './company.ts';
import type { DemoRecord, Post } from './demo-record.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Narrator } from './narrator.ts';
import { onTheWall } from './spoken-time.ts';

/** What everybody who plays a part in the story has at hand. */
export interface Stage {
  world: DemoWorld;
  narrator: Narrator;
  /** Everybody who is on a team at some time of the quarter. */
  file: WorkspaceFile;
  /** The text of the workspace file in force. */
  text: string;
  said: DemoRecord['said'];
  looks: DemoRecord['looks'];
  /** Of a client's form that nobody has answered yet. */
  formUrl: string | undefined;
  restart: { at: Date; interrupted: string } | null;
  /** What the bot posted since the last time somebody asked. */
  newPosts(): Post[];
}

/** Where somebody lives at this moment of the story. */
export function zoneNow({ world }: Stage, colleague: Colleague): string {
  const { day } = onTheWall(world.clock.now(), colleague.timeZone);
  return timeZoneOn(colleague, day);
}
