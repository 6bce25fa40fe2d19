/** Lets so many in at once, and so many more wait. Whoever finds both full is told at once, and comes back later. */
export interface Admission {
  /** Whether anybody more could wait: who asks first need not read what is refused. */
  hasRoom(): boolean;
  /** Resolves with what the work came to; undefined, at once, when there is no room even to wait. */
  run<Result>(work: () => Promise<Result>): Promise<Result | undefined>;
}

export function createAdmission({ atOnce, waiting }: { atOnce: number; waiting: number }): Admission {
  let inside = 0;
  const queue: (() => void)[] = [];

  return {
    hasRoom: () => inside < atOnce || queue.length < waiting,
    async run(work) {
      if (inside < atOnce) inside += 1;
      else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve));
      else return undefined;
      try {
        return await work();
      } finally {
        // The place goes from hand to hand, so that nobody slips in between.
        const next = queue.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
