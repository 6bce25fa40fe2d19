import { may } from '../governance/may.ts';
import type { Standing } from '../governance/relation.ts';
import type { Win } from './win.ts';

/** A win that is not shareable is for those who had a part, and the managers above any of them. */
export function mayReadWin(win: Pick<Win, 'isShareable' | 'contributorIds'>, reader: Standing): boolean {
  return win.isShareable || whomItShows(win, reader).length > 0;
}

/** Those with a part in it whose wins this reader may see, whatever their author said of sharing. */
export function whomItShows({ contributorIds }: Pick<Win, 'contributorIds'>, reader: Standing): string[] {
  return contributorIds.filter((memberId) => may(reader, 'see-guarded-wins', { memberId }));
}
