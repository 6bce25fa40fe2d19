/** A number that may read differently now: a value came, was corrected, doubted, verified or explained. */
export interface ChangedNumber {
  memberId: string;
  metricKey: string;
  /** Of values that came with a check-in. */
  checkInId: string | null;
}
