import type { VirtualClock } from './virtual-clock.ts';

/** What the clock's owner does with time. */
export interface ClockHost {
  /** A minute or more has passed: the app does its minute's work. Whatever was skipped is its own to catch up on. */
  onTick(): Promise<void>;
  /** When something happens next, as far as it can be known. */
  nextMoment?(): Promise<Date | undefined>;
}

const minuteMilliseconds = 60_000;
/** Real time between two looks at a running clock. */
const lookMilliseconds = 100;

/** The hands on the clock: one at a time, each move followed by the minute's work. */
export class ClockControl {
  readonly clock: VirtualClock;
  readonly #host: ClockHost;
  #last: Promise<void> = Promise.resolve();
  #looking: NodeJS.Timeout | undefined;
  #rungMinute: number;
  #isRinging = false;

  constructor(clock: VirtualClock, host: ClockHost) {
    this.clock = clock;
    this.#host = host;
    this.#rungMinute = this.#minute();
  }

  get knowsNext(): boolean {
    return this.#host.nextMoment !== undefined;
  }

  async forward(milliseconds: number): Promise<void> {
    await this.moveTo(new Date(this.clock.now().getTime() + milliseconds));
  }

  /** Resolves when the minute's work at that time is done. */
  moveTo(instant: Date): Promise<void> {
    return this.#inTurn(async () => {
      this.clock.moveTo(instant);
      await this.#tick();
    });
  }

  /** False when nothing is known to come. */
  async jumpToNext(): Promise<boolean> {
    const next = await this.#host.nextMoment?.();
    if (!next || next <= this.clock.now()) return false;
    await this.moveTo(next);
    return true;
  }

  /** 0 stops. While it runs, minutes are rung as they pass, several at once where the work takes longer than they do. */
  run(speed: number): void {
    this.clock.run(speed);
    this.stopLooking();
    if (speed === 0) return;
    this.#looking = setInterval(() => this.#look(), lookMilliseconds).unref();
  }

  stopLooking(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  /** After whatever was asked for is done. */
  settled(): Promise<void> {
    return this.#last;
  }

  #look(): void {
    if (this.#isRinging || this.#minute() === this.#rungMinute) return;
    // A clock whose minutes cannot be rung stops: time that passes unnoticed would be worse.
    void this.#inTurn(() => {
      // Whoever watches the clock hears of each minute too, not only of moves.
      this.clock.run(this.clock.speed);
      return this.#tick();
    }).catch(() => this.run(0));
  }

  async #tick(): Promise<void> {
    this.#rungMinute = this.#minute();
    this.#isRinging = true;
    try {
      await this.#host.onTick();
    } finally {
      this.#isRinging = false;
    }
  }

  #minute(): number {
    return Math.floor(this.clock.now().getTime() / minuteMilliseconds);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
