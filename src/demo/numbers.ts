import { seeded } from './seeded.ts';

/** How a metric goes over the quarter: from about here to about there, with people and weeks differing a little. */
interface Course {
  from: number;
  to: number;
  /** How far people stand apart. */
  people: number;
  /** How far weeks stand apart. */
  weeks: number;
  decimals: number;
  /** Counted only every so many weeks: in between there is no value, which is not a zero. */
  everyWeeks?: number;
}

const courses: Readonly<Record<string, Course>> = {
  days_to_first_value: { from: 19, to: 12, people: 3, weeks: 2, decimals: 0 },
  first_week_activation: { from: 52, to: 66, people: 6, weeks: 4, decimals: 0 },
  retention_90_days: { from: 86, to: 91, people: 3, weeks: 1, decimals: 0, everyWeeks: 4 },
  first_reply_hours: { from: 4.6, to: 2.8, people: 0.8, weeks: 0.5, decimals: 1 },
  reopened_tickets: { from: 9, to: 6, people: 2, weeks: 1.5, decimals: 1 },
  client_satisfaction: { from: 88, to: 93, people: 3, weeks: 1, decimals: 0, everyWeeks: 4 },
  course_completion: { from: 58, to: 71, people: 5, weeks: 4, decimals: 0 },
  questions_after_course: { from: 6, to: 3.5, people: 1, weeks: 0.5, decimals: 1, everyWeeks: 4 },
  feature_adoption: { from: 24, to: 38, people: 5, weeks: 3, decimals: 0 },
  days_to_fix: { from: 13, to: 8, people: 2, weeks: 1.5, decimals: 1 },
  feature_retention: { from: 61, to: 68, people: 4, weeks: 1, decimals: 0, everyWeeks: 4 },
  clients_at_risk: { from: 6, to: 3, people: 1, weeks: 1, decimals: 0 },
  outcomes_met: { from: 48, to: 79, people: 4, weeks: 2, decimals: 0, everyWeeks: 4 },
  early_renewal_talks: { from: 54, to: 82, people: 0, weeks: 4, decimals: 0 },
  net_revenue_retention: { from: 103.2, to: 106.1, people: 0, weeks: 0.4, decimals: 1 },
  core_workflow_use: { from: 63, to: 70, people: 0, weeks: 1.5, decimals: 0 },
  churn_for_product_reasons: { from: 2.4, to: 1.9, people: 0, weeks: 0.1, decimals: 1 },
};

const LAST_STEP = 12;

/** What somebody's metric stands at that week, as they would type it; null, no value this time. */
export function numberFor(handle: string, metricKey: string, week: number): string | null {
  const course = courses[metricKey];
  if (!course) throw new Error(`Nobody said how ${metricKey} goes over the quarter.`);
  if (course.everyWeeks !== undefined && (week - 1) % course.everyWeeks !== 0) return null;
  const along = course.from + ((course.to - course.from) * (week - 1)) / LAST_STEP;
  const person = (seeded('person', handle, metricKey) - 0.5) * 2 * course.people;
  const ofWeek = (seeded('week', handle, metricKey, week) - 0.5) * 2 * course.weeks;
  return Math.max(0, along + person + ofWeek).toFixed(course.decimals);
}
