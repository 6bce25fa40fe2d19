/** A metric as it is defined now: what it means, which way is better, whether it leads or follows the outcome. */
export interface Metric {
  key: string;
  version: number;
  name: string;
  meaning: string;
  unit: string;
  direction: 'higher' | 'lower';
  timing: 'leading' | 'lagging';
  source: string;
}
