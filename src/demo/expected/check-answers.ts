import { readableDay } from '../../platform/time/calendar-day.ts';
import type { DemoRecord, Said } from '../demo-record.ts';
import { challenge } from '../story/doubts.ts';
import { nameOf } from './check-prompts.ts';
import type { Finding } from './finding.ts';

/** Everybody's own copy in Slack holds what they said last, and what was put right since. */
export function checkAnswers(record: DemoRecord): Finding {
  const latest = lastSaid(record.said).map(putRight);
  const problems = latest.flatMap((said) => {
    const words = `Answered: ${said.cadenceName}, ${readableDay(said.day)}`;
    const copies = record.standing.filter(({ to, text }) => to === said.handle && text.includes(words));
    const [copy, another] = copies;
    if (!copy || another) return [`${nameOf(said)}: ${copies.length} copies of the answer`];
    return missingIn(copy.text, said).map((missing) => `${nameOf(said)}: ${missing} is not in their copy`);
  });
  return { what: "every answer is in its author's own copy, as last edited", looked: latest.length, problems };
}

function putRight(said: Said): Said {
  if (said.handle !== challenge.by || said.day !== challenge.day) return said;
  const values = said.answer.values.map((value) =>
    value.metric.name === challenge.metric ? { ...value, typed: challenge.right } : value,
  );
  return { ...said, answer: { ...said.answer, values } };
}

/** What somebody said again replaces what they said before. */
export function lastSaid(said: readonly Said[]): Said[] {
  return [...new Map(said.map((one) => [nameOf(one), one])).values()];
}

function missingIn(text: string, { answer: { values, win, obstacle } }: Said): string[] {
  const numbers = values.flatMap(({ metric, typed }) => {
    const shown = text.split('\n').find((line) => line.startsWith(`${metric.name}: `)) ?? '';
    const words = shown.slice(metric.name.length + 2);
    const isThere =
      typed === null ? words === 'no value this time' : Math.abs(numberIn(words, metric) - Number(typed)) < 1e-9;
    return isThere ? [] : [metric.name];
  });
  const others = [win?.client, win?.whatChanged, obstacle].filter((one) => typeof one === 'string');
  return [...numbers, ...others.filter((one) => !text.includes(one))];
}

const HOURS: Readonly<Record<string, number>> = { d: 24, h: 1, m: 1 / 60, s: 1 / 3600, days: 24, hours: 1 };

/** `2h 48m` in the unit in which it was typed, worked out anew: the check does not take the product's word for it. */
function numberIn(words: string, { format, unit }: { format: string; unit: string }): number {
  if (format !== 'duration') return Number.parseFloat(words);
  const hours = words.split(' ').map((part) => Number.parseFloat(part) * (HOURS[part.slice(-1)] ?? Number.NaN));
  return hours.reduce((sum, one) => sum + one, 0) / (HOURS[unit] ?? Number.NaN);
}
