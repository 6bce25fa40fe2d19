/** What the work is for, seen from the client. */
export const CLIENT_OUTCOMES = ['retention', 'expansion', 'satisfaction', 'adoption', 'time_to_value', 'risk'] as const;
export type ClientOutcome = (typeof CLIENT_OUTCOMES)[number];

/** What people of a role do, why that matters to the client, and the metrics that show it. */
export interface ImpactRow {
  activity: string;
  whyItMatters: string;
  outcome: ClientOutcome;
  /** In the order in which they are shown. */
  metricKeys: string[];
}

/** The map of one role, with its metrics by name. */
export interface ImpactMap {
  roleKey: string;
  roleName: string;
  rows: (ImpactRow & { metricNames: string[] })[];
}

/** More would be a job description. */
export const MOST_IMPACT_ROWS = 8;
export const MOST_IMPACT_METRICS = 5;

const OUTCOME_WORDS: Record<ClientOutcome, string> = {
  retention: 'the client stays',
  expansion: 'the client does more with us',
  satisfaction: 'the client is satisfied',
  adoption: 'the client uses it',
  time_to_value: 'the client has value from it sooner',
  risk: 'less is at risk for the client',
};

export function readableOutcome(outcome: ClientOutcome): string {
  return OUTCOME_WORDS[outcome];
}
