import { readableDay } from '../../platform/time/calendar-day.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { readableEvidenceFile } from './evidence-file.ts';
import type { Lineage, Observed } from './lineage.ts';
import { isUsable, type ValueState, whyLeftOut } from './usable-value.ts';

/** How a reader is told of people, of instants, and of what others wrote. */
export interface Telling {
  person(id: string): string;
  instant(at: Date): string;
  words(text: string): string;
}

const SOURCES: Record<string, string> = { 'check-in': 'check-in', progress: '/progress', file: 'a file' };

/** `Q4 2026: 2h 30m, the median of 3 values`. */
export function readableCounted({ period, counted, strands, metric }: Lineage, { words }: Telling): string {
  if (!counted) return `${readablePeriod(period)}: nothing that counts`;
  const value = `${readablePeriod(period)}: ${words(readableValue(counted.value, counted))}`;
  const version = counted.version === metric.version ? '' : `, by version ${counted.version} of the definition`;
  const how = strands.find(({ standing }) => standing.version === counted.version)?.standing.aggregation;
  return counted.count === 1
    ? `${value}, one value${version}`
    : `${value}, the ${how} of ${counted.count} values${version}`;
}

/** Each value that stands, with what it replaced below it, the latest first: a list of lines a value. */
export function lineageLines({ strands, metric, countedIds }: Lineage, telling: Telling): string[][] {
  return strands.map(({ standing, before }) => [
    observedLine(standing, metric.version, telling) + notCounted(standing, countedIds),
    ...before.map((earlier) => `in place of ${observedLine(earlier, metric.version, telling)}`),
  ]);
}

/** Why a value that might be used is none of those that the number is made of. */
function notCounted(standing: Observed, countedIds: ReadonlySet<string>): string {
  const { id, value, dimensions } = standing;
  if (countedIds.has(id) || value === null || !isUsable(standing)) return '';
  if (Object.keys(dimensions).length > 0) return '; a part, beside the whole';
  return '; does not count: another source or a later value of the day does, or a later definition';
}

function observedLine(observed: Observed, latest: number, { person, instant, words }: Telling): string {
  const { value, on, recordedById, recordedAt, source, state, version, withdrawn, dimensions } = observed;
  const shown = value === null ? 'no value this time' : words(readableValue(value, observed));
  const part = Object.entries(dimensions).map(([name, place]) => ` (${name} ${words(place)})`);
  const from = SOURCES[source] ?? `source ${words(source)}`;
  const leftOut = state === 'corrected' || state === 'withdrawn' ? undefined : whyLeftOut(observed);
  const details = [
    version === latest ? '' : `version ${version} of the definition`,
    observed.reason === null ? '' : `why: ${words(observed.reason)}`,
    observed.note === null ? '' : `note: ${words(observed.note)}`,
    observed.evidenceUrl === null ? '' : `evidence: ${words(observed.evidenceUrl)}`,
    leftOut === undefined ? '' : `does not count: ${leftOut}`,
    ...judgements(observed, { person, instant, words }),
    withdrawn ? withdrawnWords(withdrawn, { person, instant, words }) : '',
  ].filter((words) => words !== '');
  // What a system sent no person did.
  const by = recordedById === source ? `by ${from}` : `by ${person(recordedById)} (${from})`;
  const told = `${shown}${part.join('')} for ${readableDay(on)}, ${by}, ${instant(recordedAt)}`;
  return [told, ...details].join('; ');
}

function judgements({ state, verdict, challenges }: Observed, { person, instant, words }: Telling): string[] {
  const said = verdict && VERDICTS[state];
  const because = (reason: string | null) => (reason === null ? '' : ` (${words(reason)})`);
  return [
    ...(said ? [`${said} by ${person(verdict.byId)}, ${instant(verdict.at)}${because(verdict.reason)}`] : []),
    ...challenges.map(({ byId, at, reason, evidenceUrl, evidenceFile, answer }) => {
      const evidence = evidenceUrl === null ? '' : `, evidence: ${words(evidenceUrl)}`;
      const file = evidenceFile === null ? '' : `, file: ${words(readableEvidenceFile(evidenceFile))}`;
      const who = answer?.byId ? ` by ${person(answer.byId)}` : '';
      const answered = answer ? `, ${answer.outcome}${who}${because(answer.reason)}` : ', not answered yet';
      return `challenged by ${person(byId)}, ${instant(at)}: ${words(reason)}${evidence}${file}${answered}`;
    }),
  ];
}

const VERDICTS: Partial<Record<ValueState, string>> = {
  verified: 'verified',
  returned: 'sent back',
  corrected: 'set aside',
};

function withdrawnWords(
  { byId, at, reason }: NonNullable<Observed['withdrawn']>,
  { person, instant, words }: Telling,
): string {
  const who = byId === null ? '' : ` by ${person(byId)}`;
  return `withdrawn${who}, ${instant(at)}${reason === null ? '' : `: ${words(reason)}`}`;
}
