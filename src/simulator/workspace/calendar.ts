/** The workspace's calendar time: message stamps, dates and hashes are made from the clock it is given. */
export class Calendar {
  readonly #clock: { now(): Date };
  #lastMicroseconds = 0;

  constructor(clock: { now(): Date }) {
    this.#clock = clock;
  }

  now(): Date {
    return this.#clock.now();
  }

  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** A `ts`: unique and rising even while the clock stands still or goes back, because a ts is a message's name. */
  nextTs(): string {
    const microseconds = Math.max(this.now().getTime() * 1000, this.#lastMicroseconds + 1);
    this.#lastMicroseconds = microseconds;
    return `${Math.floor(microseconds / 1_000_000)}.${String(microseconds % 1_000_000).padStart(6, '0')}`;
  }
}
