/**
 * What tells one client from another: the name without the differences of typing. `ACME  Ltd.` and `Acme Ltd.` are one
 * client; no two names are guessed to be the same.
 */
export function clientKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
