import type { SurfaceParts } from '../../platform/slack/registrar.ts';
import type { RepeatLimit } from '../../platform/web/repeat-limit.ts';

/** What every surface for programs is given. */
export interface WebParts extends SurfaceParts {
  /** Requests without a good token, by where they come from. */
  wrongTries: RepeatLimit;
}
