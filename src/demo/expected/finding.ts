/** One thing that was checked: how many times it was looked at, and each time it was not as it must be. */
export interface Finding {
  what: string;
  looked: number;
  problems: string[];
}
