/** What of somebody's record may be looked at. */
const LOOK_PARTS = ['numbers', 'words', 'wins', 'feedback', 'plan'] as const;
export type LookPart = (typeof LOOK_PARTS)[number];

/** One person looked at the evidence of another. */
export interface Look {
  actorId: string;
  subjectId: string;
  /** Where: the command, digest or list. */
  surface: string;
  /** Empty for looks from before parts were written down. */
  parts: LookPart[];
  /** Which numbers, where it was not all of them. */
  metricKeys: string[];
  lookedAt: Date;
}

export function isLookPart(text: string): text is LookPart {
  return LOOK_PARTS.some((part) => part === text);
}
