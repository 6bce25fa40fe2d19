/** Something moved, in words and with those whom it concerns: what a digest tells. */
export interface Move {
  kind: 'opened' | 'milestone' | 'closed' | 'waiting' | 'released';
  /** What moved, plain: `Faster first value`, `the export API`. */
  what: string;
  /** More of it: the milestone, what came of it, the release note; null, nothing was said. */
  more: string | null;
  /** Functions concerned, by team name: for a wait, who waits and for whom. */
  teamNames: string[];
  movedAt: Date;
}
