import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { packetVoice } from '../customer-voice/packet-voice.ts';
import { packetFeedback } from '../feedback/packet-feedback.ts';
import { CLIENT_OUTCOMES } from '../metrics/impact-map.ts';
import { AGGREGATIONS, UNIT_FORMATS } from '../metrics/metric.ts';
import { FREQUENCIES } from '../metrics/metric-period.ts';
import { isUsable, VALUE_STATES } from '../observations/usable-value.ts';
import { WIN_KINDS } from '../wins/win-kinds.ts';
import { planEvidence } from './plan-evidence.ts';
import { frozenCharts, frozenInterpretations, frozenSignals } from './trend-evidence.ts';

const EXCUSES = ['away', 'holiday', 'skipped', 'opted_out', 'our_downtime', 'not_asked'] as const;

const day = z.string().transform((text) => text as CalendarDay);

const scaleEnd = z.string().nullable().default(null);

/** A value with its definition as it was then. Packets that were frozen before definitions said more hold plain numbers. */
const frozenValue = z.object({
  on: day,
  value: z.string(),
  unit: z.string(),
  version: z.number(),
  format: z.enum(UNIT_FORMATS).default('count'),
  scaleFrom: scaleEnd,
  scaleTo: scaleEnd,
  aggregation: z.enum(AGGREGATIONS).default('last'),
  frequency: z.enum(FREQUENCIES).default('week'),
  direction: z.enum(['higher', 'lower']).default('higher'),
  needsVerification: z.boolean().default(false),
  state: z.enum(VALUE_STATES).default('reported'),
  source: z.string().default('check-in'),
});

/** The evidence for one review as it stood when the packet was frozen. Everything both sides will read is in it. */
export const evidence = z.object({
  memberId: z.string(),
  cycleName: z.string(),
  reviewOn: day,
  from: day,
  to: day,
  metrics: z.array(
    z.object({
      name: z.string(),
      direction: z.enum(['higher', 'lower']),
      timing: z.enum(['leading', 'lagging']),
      source: z.string(),
      isAsked: z.boolean(),
      values: z.array(frozenValue),
      signals: frozenSignals,
      interpretations: frozenInterpretations,
    }),
  ),
  /** Metrics that got better while what they could cost got worse, each pair in a sentence. */
  movedApart: z.array(z.string()).default([]),
  charts: frozenCharts,
  // The role's, as it was then. Packets from before maps were written have none.
  impactMap: z
    .object({
      roleName: z.string(),
      rows: z.array(
        z.object({
          activity: z.string(),
          whyItMatters: z.string(),
          outcome: z.enum(CLIENT_OUTCOMES),
          metricNames: z.array(z.string()),
        }),
      ),
    })
    .nullable()
    .default(null),
  // Packets that were frozen before there were plans have none.
  plans: z.array(planEvidence).default([]),
  wins: z.array(
    z.object({
      on: day,
      client: z.string(),
      whatChanged: z.string(),
      contributorIds: z.array(z.string()),
      // Packets that were frozen before these were told have none.
      kind: z.enum(WIN_KINDS).nullable().default(null),
      /** The metric that it touches, as it was called then. */
      metricName: z.string().nullable().default(null),
      evidenceUrl: z.string().nullable().default(null),
      parts: z.array(z.object({ memberId: z.string(), part: z.string() })).default([]),
    }),
  ),
  // Packets that were frozen before colleagues could give feedback have none.
  feedback: z.array(packetFeedback).default([]),
  initiatives: z
    .array(
      z.object({
        name: z.string(),
        sharedOutcome: z.string(),
        /** What the member brought; null, nobody said it. */
        part: z.string().nullable(),
        reached: z.array(z.string()),
        whatCameOfIt: z.string().nullable(),
      }),
    )
    .default([]),
  waits: z
    .array(
      z.object({
        waitingTeam: z.string(),
        onTeam: z.string(),
        what: z.string(),
        since: day,
        until: day.nullable(),
        releaseNote: z.string().nullable(),
      }),
    )
    .default([]),
  // Packets that were frozen before there were development goals have none.
  goals: z
    .array(
      z.object({
        objective: z.string(),
        state: z.enum(['open', 'reached', 'dropped']),
        supporterId: z.string().nullable(),
        material: z.string().nullable(),
        steps: z.array(z.object({ what: z.string(), dueOn: day, isDone: z.boolean() })),
        progress: z.array(z.object({ on: day, text: z.string() })),
      }),
    )
    .default([]),
  // Packets that were frozen before customers were heard have none.
  voices: z.array(packetVoice).default([]),
  voiceScores: z.array(z.string()).default([]),
  obstacles: z.array(z.object({ on: day, text: z.string() })),
  checkIns: z.object({
    asked: z.number(),
    answered: z.number(),
    missedOn: z.array(day),
    // Packets that were frozen before check-ins could be excused have none.
    excused: z.array(z.object({ on: day, excuse: z.enum(EXCUSES), because: z.string().nullable() })).default([]),
  }),
});

export type Evidence = z.infer<typeof evidence>;

/** Who reads it: the member, or whom they report to. What was kept from the member, the two do not read alike. */
export type Side = 'member' | 'manager';

/** What the evidence lacks, in words that say what could still be done about it. */
export function whatIsMissing({ metrics, plans, wins, checkIns }: Evidence): string[] {
  const withoutValue = metrics.filter(({ values }) => !values.some(isUsable)).map(({ name }) => name);
  return [
    ...(checkIns.missedOn.length > 0
      ? [`${checkIns.missedOn.length} of ${checkIns.asked} check-ins were not answered.`]
      : []),
    ...(checkIns.asked === 0 ? ['No check-in was asked in this time.'] : []),
    ...(withoutValue.length > 0 ? [`No value at all: ${withoutValue.join(', ')}.`] : []),
    ...(metrics.length === 0 ? ['No metrics were agreed: the member has no role in the workspace file.'] : []),
    ...(plans.length === 0 ? ['No plan that everybody signed. `/plan` drafts one.'] : []),
    ...(wins.length === 0 ? ['No client success story. `/win` takes one at any time, and so does `/checkin`.'] : []),
  ];
}
