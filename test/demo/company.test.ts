import { describe, expect, it } from 'vitest';
import { answerFor } from '../../src/demo/answers.ts';
import { channels, colleagueCalled, colleagues, isHereOn, timeZoneOn } from '../../src/demo/company.ts';
import { expectedCheckIns } from '../../src/demo/expected/expected-check-ins.ts';
import { mannerOf } from '../../src/demo/habits.ts';
import { obstacles } from '../../src/demo/obstacles.ts';
import { thursdayOf, WEEKS } from '../../src/demo/quarter.ts';
import { rosterOf } from '../../src/demo/roster.ts';
import { onTheWall } from '../../src/demo/spoken-time.ts';
import { wins } from '../../src/demo/wins.ts';
import { loadWorkspaceText, readDemoFile, withMember, withoutMember } from '../../src/demo/workspace-text.ts';
import { localInstant } from '../../src/platform/time/local-time.ts';

const text = await loadWorkspaceText();
const file = readDemoFile(withMember(text, 'noor'));
const roster = rosterOf(file);
const weeks = Array.from({ length: WEEKS }, (_, index) => index + 1);

describe('the company', () => {
  it('has 24 people on four teams with a channel and one of executives, and a CEO above', () => {
    expect(roster).toHaveLength(24);
    expect(file.teams.filter(({ channel }) => channel !== undefined)).toHaveLength(4);
    expect(file.teams).toHaveLength(5);
    expect(colleagues.map(({ handle }) => handle).sort()).toEqual(
      [...roster.map(({ handle }) => handle), 'ingrid'].sort(),
    );
  });

  it('lives in five zones, of which some change their clocks during the quarter', () => {
    const zones = [...new Set(colleagues.map(({ timeZone }) => timeZone))];
    const hourOfTen = (week: number, zone: string) =>
      onTheWall(localInstant(thursdayOf(week), '10:00', zone), 'UTC').time;
    expect(zones).toHaveLength(5);
    const changing = zones.filter((zone) => hourOfTen(1, zone) !== hourOfTen(WEEKS, zone));
    expect(changing.sort()).toEqual(['America/New_York', 'Europe/Berlin', 'Europe/London']);
  });

  it('has executives who manage managers', () => {
    const managersOf = (handle: string) => roster.filter((one) => one.handle === handle).map(({ manager }) => manager);
    expect(['katrin', 'maya'].flatMap(managersOf)).toEqual(['marcus', 'marcus']);
    expect(['oliver', 'chen'].flatMap(managersOf)).toEqual(['yuki', 'yuki']);
    expect(['marcus', 'yuki'].flatMap(managersOf)).toEqual(['ingrid', 'ingrid']);
  });

  it('has somebody who joins, somebody who leaves and somebody who moves', () => {
    expect(expectedCheckIns(file).filter(({ handle }) => handle === 'noor')).toHaveLength(7);
    expect(expectedCheckIns(file).filter(({ handle }) => handle === 'david')).toHaveLength(7);
    const tomas = colleagueCalled('tomas');
    expect(new Set(weeks.map((week) => timeZoneOn(tomas, thursdayOf(week))))).toEqual(
      new Set(['Europe/London', 'America/Sao_Paulo']),
    );
  });

  it('lets everybody of a team read its channel', () => {
    for (const { handle, team } of roster.filter((one) => one.handle !== 'noor')) {
      if (team.channel !== undefined) expect(channels[team.channel.slice(1)]).toContain(handle);
    }
  });
});

describe('the workspace file', () => {
  it('says of every metric where it comes from and what it means, and somebody has each of them', () => {
    for (const { source, meaning, unit } of file.metrics) expect([source, meaning, unit]).not.toContain('');
    const used = new Set(roster.flatMap(({ metrics }) => metrics.map(({ key }) => key)));
    expect(file.metrics.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
  });

  it('takes a member in and out by their line', () => {
    const handles = (changed: string) => rosterOf(readDemoFile(changed)).map(({ handle }) => handle);
    expect(handles(text)).not.toContain('noor');
    expect(handles(withMember(text, 'noor'))).toContain('noor');
    expect(handles(withoutMember(text, 'david'))).not.toContain('david');
    expect(() => withMember(text, 'ana')).toThrow('ana');
  });
});

describe('what people say', () => {
  it('always holds a number, so that no form is empty', () => {
    for (const { handle, metrics } of roster) {
      for (const week of weeks) {
        const { values, obstacle } = answerFor(handle, metrics, week);
        expect(values.some(({ typed }) => typed !== null) || obstacle !== null, `${handle} in week ${week}`).toBe(true);
      }
    }
  });

  it('is told by people who are there and answer', () => {
    for (const { by, week } of [...wins, ...obstacles]) {
      const executive = ['marcus', 'yuki'].includes(by);
      const isAsked = isHereOn(colleagueCalled(by), thursdayOf(week)) && (!executive || week % 2 === 1);
      expect(isAsked, `${by} in week ${week} is asked`).toBe(true);
      expect(mannerOf(by, week), `${by} in week ${week}`).not.toBe('never');
    }
    for (const { helpers, week } of wins) {
      for (const handle of helpers) expect(isHereOn(colleagueCalled(handle), thursdayOf(week)), handle).toBe(true);
    }
  });

  it('gives every team a win in every week but one', () => {
    const teamOf = new Map(roster.map(({ handle, team }) => [handle, team.key]));
    const without = weeks.flatMap((week) => {
      const told = wins.filter((win) => win.week === week).flatMap(({ by, helpers }) => [by, ...helpers]);
      return ['onboarding', 'support', 'education', 'product']
        .filter((team) => !told.some((handle) => teamOf.get(handle) === team))
        .map((team) => `${team} in week ${week}`);
    });
    expect(without).toEqual(['product in week 4']);
  });
});
