import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { type CheckInRecord, loadCheckInRecords } from '../check-ins/load-check-in-record.ts';
import { loadOptOuts, type OptOut } from '../check-ins/load-opt-outs.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { maySeeEvidenceOf } from '../governance/whose-evidence.ts';
import { loadTrends } from '../metrics/load-trends.ts';
import type { Trend } from '../metrics/trend.ts';
import { loadManagement } from '../people/load-management.ts';
import { loadPeople } from '../people/load-people.ts';
import type { ManagerOf } from '../people/management.ts';
import type { Person } from '../people/person.ts';
import { loadWins } from '../wins/load-wins.ts';
import type { Win } from '../wins/win.ts';
import type { ProgressRequest } from './progress-request.ts';

/** How far back progress looks; the review digest holds the rest. */
const LOOK_BACK_DAYS = 91;
const LOOK_AHEAD_DAYS = 100;

export interface MemberProgress {
  person: Person;
  checkIns: CheckInRecord;
  trends: Trend[];
  wins: Win[];
  /** What they do not want to be asked. */
  optOuts: OptOut[];
}

export type Progress =
  | { outcome: 'shown'; heading: 'own' | 'people' | 'member' | 'team'; title: string; members: MemberProgress[] }
  | { outcome: 'not-allowed'; whom: string }
  | { outcome: 'unknown-team'; name: string; teams: string[] }
  | { outcome: 'unknown-member' };

/** What the person who asks may see of what they asked for. Each look at somebody else's goes on the audit log. */
export async function loadProgress(
  db: Database,
  input: { workspaceId: string; actorId: string; request: Exclude<ProgressRequest, { asks: 'help' }>; now: Date },
): Promise<Progress> {
  const { workspaceId, actorId, request, now } = input;
  const everyone = await loadPeople(db, workspaceId);
  const managerOf = await loadManagement(db, workspaceId);
  const chosen = choose(everyone, managerOf, actorId, request);
  if (chosen.outcome !== 'shown') return chosen;
  const memberIds = chosen.people.map(({ id }) => id);
  // Ahead as well: what was answered early stands under the day it was early for.
  const span = { from: plusDays(dayOf(now, 'UTC'), -LOOK_BACK_DAYS), to: plusDays(dayOf(now, 'UTC'), LOOK_AHEAD_DAYS) };
  const query = { workspaceId, memberIds, ...span };
  const [records, trends, wins, optOuts] = await Promise.all([
    loadCheckInRecords(db, { ...query, now }),
    loadTrends(db, query),
    loadWins(db, query),
    loadOptOuts(db, query),
  ]);
  await recordLooks(db, { workspaceId, actorId, subjectIds: memberIds, surface: '/progress', now });
  const members = chosen.people.flatMap((person) => {
    const checkIns = records.get(person.id);
    if (!checkIns) return [];
    const own = wins.filter(({ contributorIds }) => contributorIds.includes(person.id));
    const more = { trends: trends.get(person.id) ?? [], wins: own, optOuts: optOuts.get(person.id) ?? [] };
    return [{ person, checkIns, ...more }];
  });
  return { outcome: 'shown', heading: chosen.heading, title: chosen.title, members };
}

type Chosen =
  | { outcome: 'shown'; heading: 'own' | 'people' | 'member' | 'team'; title: string; people: Person[] }
  | Exclude<Progress, { outcome: 'shown' }>;

function choose(
  everyone: Person[],
  managerOf: ManagerOf,
  actorId: string,
  request: Exclude<ProgressRequest, { asks: 'help' }>,
): Chosen {
  const maySee = ({ id }: Person) => maySeeEvidenceOf(managerOf, actorId, id);
  if (request.asks === 'own-people') {
    const reports = everyone.filter(({ managerId }) => managerId === actorId);
    if (reports.length > 0) return { outcome: 'shown', heading: 'people', title: 'Your people', people: reports };
    const self = everyone.filter(({ id }) => id === actorId);
    return self.length > 0
      ? { outcome: 'shown', heading: 'own', title: 'Your progress', people: self }
      : { outcome: 'unknown-member' };
  }
  if (request.asks === 'member') {
    const person = everyone.find(({ id }) => id === request.memberId);
    if (!person) return { outcome: 'unknown-member' };
    if (!maySee(person)) return { outcome: 'not-allowed', whom: person.name };
    const heading = person.id === actorId ? 'own' : 'member';
    return { outcome: 'shown', heading, title: heading === 'own' ? 'Your progress' : person.name, people: [person] };
  }
  const wanted = request.name.toLowerCase();
  const ofTeam = everyone.filter((person) => isTeam(person, wanted));
  if (ofTeam.length === 0) return { outcome: 'unknown-team', name: request.name, teams: teamNames(everyone) };
  const visible = ofTeam.filter(maySee);
  const title = ofTeam[0]?.teamName ?? request.name;
  return visible.length > 0
    ? { outcome: 'shown', heading: 'team', title, people: visible }
    : { outcome: 'not-allowed', whom: `the team ${title}` };
}

function isTeam({ teamKey, teamName }: Person, wanted: string): boolean {
  return teamKey?.toLowerCase() === wanted || teamName?.toLowerCase() === wanted;
}

function teamNames(everyone: Person[]): string[] {
  return [...new Set(everyone.flatMap(({ teamName }) => teamName ?? []))].sort();
}
