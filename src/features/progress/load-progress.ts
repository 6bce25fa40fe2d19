import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { type CheckInRecord, loadCheckInRecords } from '../check-ins/load-check-in-record.ts';
import { loadOptOuts, type OptOut } from '../check-ins/load-opt-outs.ts';
import { loadVoicesAbout } from '../customer-voice/load-voices.ts';
import type { Voice } from '../customer-voice/voice.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may, mightSee } from '../governance/may.ts';
import { type LookedAt, recordLooks, recordNewLooks } from '../governance/record-looks.ts';
import { loadPeople } from '../people/load-people.ts';
import type { Person } from '../people/person.ts';
import { loadPlanStandings, type MemberPlans, NO_PLANS } from '../plans/load-plan-standings.ts';
import { loadEveryValue, loadReadings } from '../signals/load-readings.ts';
import type { MetricReading } from '../signals/reading.ts';
import { loadWins } from '../wins/load-wins.ts';
import { mayReadWin } from '../wins/who-may-read.ts';
import type { Win } from '../wins/win.ts';
import { type Chosen, chosenPeople, type Heading } from './chosen-people.ts';
import type { ShownRequest } from './progress-request.ts';

/** How far back progress looks; the review digest holds the rest. */
const LOOK_BACK_DAYS = 91;
const LOOK_AHEAD_DAYS = 100;

/** What the one who asks may see of one member; null, a part that is not theirs to see. */
export interface MemberProgress {
  person: Person;
  checkIns: CheckInRecord | null;
  /** Only of the metrics that they may see. */
  trends: MetricReading[];
  wins: Win[] | null;
  /** What customers said that concerns the member; none where feedback is not theirs to see. */
  voices: Voice[];
  /** Those of which they may see every number. */
  plans: MemberPlans;
  /** What the member does not want to be asked; none where check-ins are not theirs to see. */
  optOuts: OptOut[];
}

export type Progress =
  | { outcome: 'shown'; heading: Heading; title: string; members: MemberProgress[]; today: CalendarDay }
  | { outcome: 'not-allowed'; whom: string }
  | Exclude<Chosen, { outcome: 'chosen' }>;

/** What the person who asks may see of what they asked for. Each look at somebody else's goes on the audit log. */
export async function loadProgress(
  db: Database,
  input: {
    workspaceId: string;
    actorId: string;
    request: ShownRequest;
    /** Where it is shown, for the log of looks. */
    surface: string;
    /** Of what stands before somebody and is brought up to date: since when it may. What it showed since is on the log. */
    since?: Date;
    now: Date;
  },
): Promise<Progress> {
  const { workspaceId, actorId, request, surface, since, now } = input;
  const [everyone, actor] = await Promise.all([
    loadPeople(db, workspaceId),
    loadStanding(db, { workspaceId, actorId, now }),
  ]);
  const chosen = chosenPeople(everyone, actorId, request);
  if (chosen.outcome !== 'chosen') return chosen;
  const people = chosen.people.filter(({ id }) => mightSee(actor, id));
  if (people.length === 0) return { outcome: 'not-allowed', whom: chosen.whom };
  const memberIds = people.map(({ id }) => id);
  // Ahead as well: what was answered early stands under the day it was early for.
  const span = { from: plusDays(dayOf(now, 'UTC'), -LOOK_BACK_DAYS), to: plusDays(dayOf(now, 'UTC'), LOOK_AHEAD_DAYS) };
  const query = { workspaceId, memberIds, ...span };
  const today = dayOf(now, 'UTC');
  // Read once: what is usual is learnt from all of it, and plans are measured by it.
  const everyValue = loadEveryValue(db, query);
  const [records, trends, wins, optOuts, plans, voices] = await Promise.all([
    loadCheckInRecords(db, { ...query, now }),
    loadReadings(db, { ...query, now, trends: everyValue }),
    loadWins(db, query),
    loadOptOuts(db, query),
    loadPlanStandings(db, {
      ...{ workspaceId, memberIds, trends: everyValue },
      ...{ from: today, to: plusDays(today, LOOK_AHEAD_DAYS), on: today },
    }),
    loadVoicesAbout(db, query),
  ]);
  const winsOf = (memberId: string) => wins.filter(({ contributorIds }) => contributorIds.includes(memberId));
  const looks: LookedAt[] = [];
  const members = people.flatMap((person): MemberProgress[] => {
    const { id: memberId } = person;
    const all = trends.get(memberId) ?? [];
    const seen = all.filter(({ metric }) => may(actor, 'see-numbers', { memberId, metricKey: metric.key }));
    const seesNumbers = may(actor, 'see-numbers', { memberId });
    const seesWords = may(actor, 'see-words', { memberId });
    const seesFeedback = may(actor, 'see-feedback', { memberId });
    const seesWins = may(actor, 'see-wins', { memberId });
    if (!seesNumbers && !seesWords && !seesWins && seen.length === 0) return [];
    const said = seesFeedback ? (voices.get(memberId) ?? []) : [];
    looks.push({
      subjectId: memberId,
      parts: [
        'numbers',
        ...(seesNumbers ? (['plan'] as const) : []),
        ...(seesWords ? (['words'] as const) : []),
        ...(seesWins ? (['wins'] as const) : []),
        ...(seesFeedback && said.length > 0 ? (['feedback'] as const) : []),
      ],
      ...(!seesNumbers && { metricKeys: seen.map(({ metric }) => metric.key) }),
    });
    return [
      {
        person,
        checkIns: seesWords ? (records.get(memberId) ?? null) : null,
        trends: seen,
        wins: seesWins ? winsOf(memberId).filter((win) => mayReadWin(win, actor)) : null,
        voices: said,
        plans: seesNumbers ? (plans.get(memberId) ?? NO_PLANS) : NO_PLANS,
        optOuts: seesWords ? (optOuts.get(memberId) ?? []) : [],
      },
    ];
  });
  if (members.length === 0) return { outcome: 'not-allowed', whom: chosen.whom };
  const look = { workspaceId, actorId, at: looks, surface, now };
  if (since) await recordNewLooks(db, { ...look, since });
  else await recordLooks(db, look);
  return { outcome: 'shown', heading: chosen.heading, title: chosen.title, members, today };
}
