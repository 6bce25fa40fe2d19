export interface Figure {
  figure: string;
  value: number;
  unit: string;
}

export interface Bench {
  name: string;
  says: string;
  /** Talks to this machine only, takes a minute or some, and leaves nothing behind. */
  run(): Promise<Figure[]>;
}
