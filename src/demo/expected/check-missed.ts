import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import { plusDays, readableDay } from '../../platform/time/calendar-day.ts';
import { colleagueCalled, isHereOn } from '../company.ts';
import type { DemoRecord } from '../demo-record.ts';
import { REVIEW_DIGEST_ON } from '../quarter.ts';
import { rosterOf } from '../roster.ts';
import { nameOf } from './check-prompts.ts';
import type { ExpectedCheckIn } from './expected-check-ins.ts';
import type { Finding } from './finding.ts';

/** Open for three working days, two of grace: of a Thursday's check-in the manager hears on the Friday of next week. */
const TOLD_AFTER_DAYS = 8;

/** Their manager, and nobody else, is told once of what somebody never answered. */
export function checkMissed(record: DemoRecord, expected: readonly ExpectedCheckIn[], file: WorkspaceFile): Finding {
  const managerOf = new Map(rosterOf(file).map(({ handle, manager }) => [handle, manager]));
  const told = record.standing.filter(({ text }) => text.startsWith('Check-ins of your people'));
  const missed = expected.filter((one) => {
    const toldOn = plusDays(one.day, TOLD_AFTER_DAYS);
    const isHere = isHereOn(colleagueCalled(one.handle), toldOn) && toldOn < REVIEW_DIGEST_ON;
    return isHere && !record.said.some((said) => nameOf(said) === nameOf(one));
  });
  const lineOf = ({ handle, cadenceName, day }: ExpectedCheckIn) =>
    `@${colleagueCalled(handle).name}, ${cadenceName} of ${readableDay(day)}`;
  const problems = missed.flatMap((one) => {
    const readers = told.filter(({ text }) => text.includes(lineOf(one))).map(({ to }) => to);
    return readers.join() === managerOf.get(one.handle)
      ? []
      : [`${nameOf(one)}: told to ${readers.join() || 'nobody'}`];
  });
  const lines = told.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('• ')));
  const surplus = lines.filter((line) => !missed.some((one) => line.includes(lineOf(one))));
  return {
    what: 'each manager was told once of what their people never answered, and of nothing else',
    looked: missed.length,
    problems: [...problems, ...surplus.map((line) => `told without need: ${line}`)],
  };
}
