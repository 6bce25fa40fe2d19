import type { Stage } from './stage.ts';

/** Something that happens in the story. The clock has come to `at` when it is played. */
export interface Moment {
  at: Date;
  play(stage: Stage): Promise<void>;
}
