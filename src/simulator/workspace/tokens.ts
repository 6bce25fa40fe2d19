/** A token this Slack gave out, and what has become of it. */
export interface Token {
  value: string;
  kind: 'bot' | 'user' | 'app';
  /** Whom it acts as; for the app-level token the bot's user. */
  userId: string;
  scopes: string[];
  /** Unix seconds; only where the app rotates its tokens. */
  expiresAt?: number;
  /** Good for one exchange against a fresh pair. */
  refreshToken?: string;
  refusal?: 'account_inactive' | 'token_revoked';
}

export class Tokens {
  readonly #byValue = new Map<string, Token>();
  readonly #byRefreshToken = new Map<string, Token>();

  add(token: Token): Token {
    this.#byValue.set(token.value, token);
    if (token.refreshToken) this.#byRefreshToken.set(token.refreshToken, token);
    return token;
  }

  find(value: string): Token | undefined {
    return this.#byValue.get(value);
  }

  /** Uses the refresh token up. */
  takeRefresh(refreshToken: string): Token | undefined {
    const token = this.#byRefreshToken.get(refreshToken);
    this.#byRefreshToken.delete(refreshToken);
    return token?.refusal ? undefined : token;
  }

  /** Uninstalling ends everything the app holds for the team but its app-level token. */
  endAll(): void {
    for (const token of this.#byValue.values()) if (token.kind !== 'app') token.refusal = 'account_inactive';
  }
}
