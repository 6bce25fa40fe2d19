/** What a source may send. */
export const PERMISSIONS = ['observations', 'customer_voice'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A system that sends to us, by HTTP with a token or in files. */
export interface Source {
  key: string;
  name: string;
  maySend: Permission[];
  createdAt: Date;
  /** Since when its token is good; null, it has none and sends in files only. */
  tokenFrom: Date | null;
  /** When the token was used last, to the minute. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** How values come that no system sends. A value keeps the key of its source, so these are not for systems. */
export const OWN_SOURCES = ['check-in', 'progress', 'file'] as const;

/** What is wrong with a key for a new source; undefined, nothing. */
export function problemOfKey(key: string): string | undefined {
  if (OWN_SOURCES.some((own) => own === key)) return `"${key}" is how Throughline names what comes without a system.`;
  return /^[a-z][a-z0-9-]{1,39}$/.test(key)
    ? undefined
    : `"${key}" cannot be a key. Use 2 to 40 small letters, digits and dashes, beginning with a letter: billing-export.`;
}
