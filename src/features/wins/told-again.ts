import type { Win } from './win.ts';
import type { WinTold } from './win-told.ts';

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
