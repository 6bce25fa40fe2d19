import { createHash } from 'node:crypto';

/**
 * Makes every id and secret of one little Slack. They count up from a seed, so a run can be repeated to the letter and
 * an app can be restarted against the same workspace with the same tokens.
 */
export class Ids {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** An id in Slack's shape: a letter and ten capitals or digits, e.g. `U0000000A1B`. */
  next(prefix: string): string {
    this.#count += 1;
    const tail = this.#hash(`id ${this.#count}`).toUpperCase().slice(0, 5);
    return `${prefix}0${this.#count.toString(36).toUpperCase().padStart(4, '0')}${tail}`;
  }

  /** Lower-case hexadecimal of the given length (at most 64). */
  nextHex(length: number): string {
    this.#count += 1;
    return this.#hash(`hex ${this.#count}`).slice(0, length);
  }

  /** Decimal digits of the given length (at most 15), never starting with zero. */
  nextDigits(length: number): string {
    this.#count += 1;
    const value = Number.parseInt(this.#hash(`digits ${this.#count}`).slice(0, 12), 16);
    return `1${String(value).padStart(15, '0')}`.slice(0, length);
  }

  #hash(text: string): string {
    return createHash('sha256').update(`${this.#seed} ${text}`).digest('hex');
  }
}
