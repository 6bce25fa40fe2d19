import type { Frequency } from '../metrics/metric-period.ts';
import type { Precedence } from './load-precedences.ts';
import { FEWEST_PERIODS, MOST_PEOPLE, YEARS } from './precedence.ts';

const PERIODS: Record<Frequency, string> = { week: 'week', fortnight: 'fortnight', month: 'month', quarter: 'quarter' };

/** In plain words, the same in Slack and at the command line: what was seen, and that it is no proof. */
export function readablePrecedence({ leading, outcome, units, frequency, finding }: Precedence): string {
  const among = units === 1 ? 'one person' : `${units} people`;
  switch (finding.outcome) {
    case 'tends-to-precede': {
      const { lag, way, correlation } = finding;
      const later = lag === 1 ? `the ${PERIODS[frequency]} after` : `${lag} ${PERIODS[frequency]}s later`;
      const does = way === 1 ? 'rises too' : 'falls';
      return `When ${leading} rises, ${outcome} ${does} ${later}: tends to precede, not proof (rank correlation ${correlation.toFixed(2)}, ${among})`;
    }
    case 'nothing-seen':
      return `${leading} and ${outcome}: nothing that chance would not show as well (${among})`;
    case 'too-little':
      return `${leading} and ${outcome}: too little to tell; it takes several people with at least ${FEWEST_PERIODS} ${PERIODS[frequency]}s of both, one after the other`;
  }
}

export const HOW_IT_IS_TOLD = `The last ${YEARS} years, and of more than ${MOST_PEOPLE} people the ${MOST_PEOPLE} with the most values. Within each person, ranks of one metric are compared with ranks of the other one to three periods later. Chance is told by turning series round, 1,999 times, and corrected for the number of pairs (Holm). What comes before is not therefore the cause.`;
