export interface Figure {
  figure: string;
  value: number;
  unit: string;
}

export interface Bench {
  name: string;
  says: string;
  /** Talks to this machine only, takes about a minute at most, and leaves nothing behind. */
  run(): Promise<Figure[]>;
}
