/** What is needed to choose a metric from a list. */
export interface MetricName {
  key: string;
  name: string;
}
