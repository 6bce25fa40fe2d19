import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import type { DemoRecord } from '../demo-record.ts';
import { rosterOf } from '../roster.ts';
import { allVoices, type Voice } from '../story/voices.ts';
import { lastSaid } from './check-answers.ts';
import { digestOf, fridayOf } from './digest-of.ts';
import type { Finding } from './finding.ts';
import { missingFrom, readingOf } from './reading-of.ts';

export function checkVoices(record: DemoRecord, file: WorkspaceFile): Finding[] {
  const summary = readingOf(record, 'ingrid', '/throughline voice');
  const quotable = allVoices.filter(({ mayQuote }) => mayQuote);
  const guarded = allVoices.filter(({ mayQuote, words }) => !mayQuote && words !== '');
  const told = record.standing.filter(({ to }) => to.startsWith('#'));
  return [
    {
      what: 'NPS and CSAT with their intervals, from form, file, program and hand together',
      looked: allVoices.length,
      problems: missingFrom(summary, [npsLine(scoresOf('NPS')), csatLine(scoresOf('CSAT'))], 'customer voice'),
    },
    {
      what: 'digests quote customers who agreed to it, in their week',
      looked: quotable.length,
      problems: quotable.flatMap((voice) =>
        channelsOf(voice, record, file).flatMap((channel) => {
          const digest = digestOf(record, channel, fridayOf(voice.on));
          return missingFrom(digest?.text ?? '', [voice.words], `${channel} in the week of ${voice.on}`);
        }),
      ),
    },
    {
      what: 'no channel tells what a customer did not agree to',
      looked: guarded.length,
      problems: guarded.flatMap(({ words }) =>
        told.filter(({ text, thread }) => [text, ...thread].join().includes(words)).map(({ to }) => `${to}: ${words}`),
      ),
    },
  ];
}

/** Of the first quarter: figures are told per quarter. */
function scoresOf(wanted: 'NPS' | 'CSAT'): number[] {
  return allVoices.flatMap(({ scale, score, on }) =>
    scale === wanted && score !== null && on < '2026-04' ? [score] : [],
  );
}

/** Of whom it concerns, and of those who told a win with that client in that week. */
function channelsOf({ client, about, on }: Voice, record: DemoRecord, file: WorkspaceFile): string[] {
  const won = lastSaid(record.said).filter(
    ({ day, answer }) => answer.win?.client === client && fridayOf(day) === fridayOf(on),
  );
  const people = [
    ...(about ? [about] : []),
    ...won.flatMap(({ handle, answer }) => [handle, ...(answer.win?.helpers ?? [])]),
  ];
  const channels = rosterOf(file).flatMap(({ handle, team }) => (people.includes(handle) ? (team.channel ?? []) : []));
  return [...new Set(channels)];
}

const Z = 1.96;

/** Each answer is worth 1, 0 or -1; one of either side is added for the interval, which is then that of any mean. */
function npsLine(scores: readonly number[]): string {
  const worth = scores.map((score) => (score >= 9 ? 1 : score <= 6 ? -1 : 0));
  const widened = [...worth, 1, -1];
  const centre = meanOf(widened);
  const half = Z * Math.sqrt(meanOf(widened.map((one) => (one - centre) ** 2)) / widened.length);
  const points = [meanOf(worth), centre - half, centre + half].map((one) => {
    const rounded = Math.round(one * 100);
    return rounded > 0 ? `+${rounded}` : String(rounded);
  });
  return `NPS: ${points[0]} (95%: ${points[1]} to ${points[2]}), ${scores.length} answers`;
}

/** The interval holds every share from which what was seen is no further than Z standard errors away: tried one by one. */
function csatLine(scores: readonly number[]): string {
  const share = meanOf(scores.map((score) => (score >= 4 ? 1 : 0)));
  const tried = Array.from({ length: 100_001 }, (_, index) => index / 100_000);
  const near = tried.filter((one) => Math.abs(share - one) <= Z * Math.sqrt((one * (1 - one)) / scores.length));
  const [percent, low, high] = [share, near.at(0) ?? 0, near.at(-1) ?? 1].map((one) => Math.round(one * 100));
  return `CSAT (1 to 5): ${percent}% satisfied (95%: ${low} to ${high}%), ${scores.length} answers`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
