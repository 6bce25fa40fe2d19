import type { Ids } from './ids.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What a person agreed to on the install page. */
export interface Consent {
  personId: string;
  scopes: string[];
  userScopes: string[];
  /** As given on the way to the page, and to be repeated when the code is exchanged. */
  redirectUri: string | undefined;
}

const lifetimeMilliseconds = 10 * 60 * 1000;

/** Codes of the OAuth dance: each good for one exchange within ten minutes. */
export class OauthCodes {
  readonly #ids: Ids;
  readonly #stopwatch: Stopwatch;
  readonly #issued = new Map<string, { consent: Consent; at: number }>();

  constructor(ids: Ids, stopwatch: Stopwatch) {
    this.#ids = ids;
    this.#stopwatch = stopwatch;
  }

  issue(consent: Consent): string {
    const code = `${this.#ids.nextDigits(12)}.${this.#ids.nextDigits(13)}.${this.#ids.nextHex(64)}`;
    this.#issued.set(code, { consent, at: this.#stopwatch.elapsedMilliseconds() });
    return code;
  }

  /** Undefined when it is unknown, used or too old. */
  find(code: string): Consent | undefined {
    const issued = this.#issued.get(code);
    if (!issued || this.#stopwatch.elapsedMilliseconds() - issued.at >= lifetimeMilliseconds) return undefined;
    return issued.consent;
  }

  use(code: string): void {
    this.#issued.delete(code);
  }
}
