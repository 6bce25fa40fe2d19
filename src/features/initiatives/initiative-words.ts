import type { Initiative } from './initiative.ts';
import type { TypedMilestone } from './milestone-lines.ts';

/** An initiative as it is typed, beside what each brings. */
interface InitiativeWords {
  name: string;
  sharedOutcome: string;
  milestones: TypedMilestone[];
}

/** What each brings, by member; null, nobody has said it. Undefined, it was not asked, as of somebody who left. */
export type TypedParts = Record<string, string | null | undefined>;

export interface InitiativeTyped {
  words: InitiativeWords;
  parts: TypedParts;
}

/** As somebody would type it again. */
export function asTyped({ name, sharedOutcome, milestones, parts }: Initiative): InitiativeTyped {
  return {
    words: { name, sharedOutcome, milestones: milestones.map(({ name, dueOn }) => ({ name, dueOn })) },
    parts: Object.fromEntries(parts.map(({ memberId, part }) => [memberId, part])),
  };
}
