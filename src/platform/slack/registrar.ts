import type { AnyMiddlewareArgs, App, Middleware } from '@slack/bolt';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { Gallery } from './gallery.ts';

/** What a surface may do with the Bolt app: register. A test passes a list-keeper instead, to hold the manifest to it. */
export type Registrar = Pick<App, 'command' | 'action' | 'view' | 'shortcut' | 'event' | 'options'> & {
  /** Runs around every listener. */
  use(middleware: Middleware<AnyMiddlewareArgs>): unknown;
};

/** What every surface is given. */
export interface SurfaceParts {
  db: Database;
  clock: Clock;
}

/** What those are given that show pictures. */
export interface PicturingParts extends SurfaceParts {
  gallery: Gallery;
}
