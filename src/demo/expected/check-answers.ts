import { readableDay } from '../../platform/time/calendar-day.ts';
import type { DemoRecord, Said } from '../demo-record.ts';
import { nameOf } from './check-prompts.ts';
import type { Finding } from './finding.ts';

/** Everybody's own copy in Slack holds what they said last. */
export function checkAnswers(record: DemoRecord): Finding {
  const latest = lastSaid(record.said);
  const problems = latest.flatMap((said) => {
    const words = `Answered: ${said.cadenceName}, ${readableDay(said.day)}`;
    const copies = record.standing.filter(({ to, text }) => to === said.handle && text.includes(words));
    const [copy, another] = copies;
    if (!copy || another) return [`${nameOf(said)}: ${copies.length} copies of the answer`];
    return missingIn(copy.text, said).map((missing) => `${nameOf(said)}: ${missing} is not in their copy`);
  });
  return { what: "every answer is in its author's own copy, as last edited", looked: latest.length, problems };
}

/** What somebody said again replaces what they said before. */
export function lastSaid(said: readonly Said[]): Said[] {
  return [...new Map(said.map((one) => [nameOf(one), one])).values()];
}

function missingIn(text: string, { answer: { values, win, obstacle } }: Said): string[] {
  const numbers = values.flatMap(({ metric, typed }) => {
    const shown = text.split('\n').find((line) => line.startsWith(`${metric.name}: `)) ?? '';
    const words = shown.slice(metric.name.length + 2);
    const isThere = typed === null ? words === 'no value this time' : Number.parseFloat(words) === Number(typed);
    return isThere ? [] : [metric.name];
  });
  const others = [win?.client, win?.whatChanged, obstacle].filter((one) => typeof one === 'string');
  return [...numbers, ...others.filter((one) => !text.includes(one))];
}
