import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadCheckInRecords } from '../check-ins/load-check-in-record.ts';
import { loadVoicesAbout } from '../customer-voice/load-voices.ts';
import { packetVoiceOf } from '../customer-voice/packet-voice.ts';
import { scoreLines } from '../customer-voice/voice-summary.ts';
import type { PacketFeedback } from '../feedback/packet-feedback.ts';
import { loadGoals } from '../growth/load-goals.ts';
import { loadImpactMapsOfMembers } from '../metrics/load-impact-map.ts';
import { loadPlanStandings, NO_PLANS } from '../plans/load-plan-standings.ts';
import { targetLine } from '../plans/target-line.ts';
import { chartsOf } from '../signals/chart-panel.ts';
import { loadReadings } from '../signals/load-readings.ts';
import { readablePairsApart } from '../signals/readable-signal.ts';
import { loadWins } from '../wins/load-wins.ts';
import type { Evidence } from './evidence.ts';
import { gatherJointWork } from './gather-joint-work.ts';
import { planEvidenceOf } from './plan-evidence.ts';
import type { Review } from './store.ts';
import { trendEvidence } from './trend-evidence.ts';

/** Whose evidence, of which time, for which review. */
type EvidenceScope = Pick<Review, 'memberId' | 'cycleName' | 'reviewOn' | 'evidenceFrom'>;

/**
 * Everything on record about one member from the review's first day up to `to`. The feedback comes from whoever asks: it
 * is frozen for a packet, and read for one's own record.
 */
export async function gatherEvidence(
  db: Transaction,
  gather: {
    workspaceId: string;
    review: EvidenceScope;
    feedback: PacketFeedback[];
    to: CalendarDay;
    /** The day whose plan is shown; values may be told early, agreements do not hold before their day. */
    plansOn: CalendarDay;
    now: Date;
  },
): Promise<Evidence> {
  const { workspaceId, review, feedback, to, plansOn, now } = gather;
  const { memberId, cycleName, reviewOn, evidenceFrom: from } = review;
  const query = { workspaceId, memberIds: [memberId], from, to };
  const readings = (await loadReadings(db, { ...query, now })).get(memberId) ?? [];
  const plans = (await loadPlanStandings(db, { ...query, on: plansOn })).get(memberId) ?? NO_PLANS;
  const wins = await loadWins(db, query);
  const goals = await loadGoals(db, { workspaceId, memberId, from, to });
  const voices = (await loadVoicesAbout(db, query)).get(memberId) ?? [];
  const map = (await loadImpactMapsOfMembers(db, query)).get(memberId);
  const record = (await loadCheckInRecords(db, { ...query, now })).get(memberId);
  return {
    memberId,
    cycleName,
    reviewOn,
    from,
    to,
    metrics: readings.map((reading) => {
      const { name, direction, timing, source } = reading.metric;
      const { isAsked, values } = reading;
      return { name, direction, timing, source, isAsked, values, ...trendEvidence(reading) };
    }),
    movedApart: readablePairsApart(readings),
    charts: chartsOf(readings, (key) =>
      targetLine(
        plans.standings.map(({ plan }) => plan),
        key,
      ),
    ),
    plans: plans.standings.map(planEvidenceOf),
    wins: wins.map(
      ({ wonOn: on, client, whatChanged, contributorIds, contributors, kind, metricName, evidenceUrl }) => ({
        on,
        client,
        whatChanged,
        contributorIds,
        kind,
        metricName,
        evidenceUrl,
        parts: contributors.flatMap(({ memberId: id, part }) => (part === null ? [] : [{ memberId: id, part }])),
      }),
    ),
    ...(await gatherJointWork(db, { workspaceId, memberId, from, to })),
    impactMap: map
      ? {
          roleName: map.roleName,
          rows: map.rows.map(({ metricKeys: _, ...row }) => row),
        }
      : null,
    feedback,
    goals: goals.map(({ objective, state, supporterId, material, steps, progress }) => ({
      objective,
      state,
      supporterId,
      material,
      steps: steps.map(({ what, dueOn, isDone }) => ({ what, dueOn, isDone })),
      progress,
    })),
    voices: voices.map(packetVoiceOf),
    voiceScores: scoreLines(voices),
    obstacles: record?.obstacles ?? [],
    checkIns: {
      asked: record?.asked ?? 0,
      answered: record?.answered ?? 0,
      missedOn: record?.missedOn ?? [],
      excused: record?.excused ?? [],
    },
  };
}
