import type { Win } from './win.ts';
import type { WinTold } from './win-told.ts';

/** What is said of a win itself, beside the parts in it. */
export function wordsOf({
  contributorIds: _,
  parts: __,
  ...words
}: WinTold): Omit<WinTold, 'contributorIds' | 'parts'> {
  return words;
}

/** What each of those who helped did; null, nobody has said it. */
export function partsOf({
  contributorIds,
  parts,
}: Pick<WinTold, 'contributorIds' | 'parts'>): Record<string, string | null> {
  const said = new Map(parts.map(({ memberId, part }) => [memberId, part]));
  return Object.fromEntries(contributorIds.map((memberId) => [memberId, said.get(memberId) ?? null]));
}

export function withParts(parts: Record<string, string | null>): Pick<WinTold, 'contributorIds' | 'parts'> {
  return {
    contributorIds: Object.keys(parts),
    parts: Object.entries(parts).flatMap(([memberId, part]) => (part === null ? [] : [{ memberId, part }])),
  };
}

/** A win as its author would tell it again, with the words that stand by now about what each did. */
export function asTold(win: Win): WinTold {
  const { client, whatChanged, kind, evidenceUrl, metricKey, isShareable, recordedById, contributors } = win;
  const helped = contributors.filter(({ memberId }) => memberId !== recordedById);
  return {
    ...{ client, whatChanged, kind, evidenceUrl, metricKey, isShareable },
    contributorIds: helped.map(({ memberId }) => memberId),
    parts: helped.flatMap(({ memberId, part }) => (part === null ? [] : [{ memberId, part }])),
  };
}
