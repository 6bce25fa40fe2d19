import { clientKey } from './client-name.ts';

const MOST = 20;

export interface ClientSuggestion {
  name: string;
  isKnown: boolean;
}

/**
 * What a menu of clients offers for what is typed: the known ones that begin with it, then what is typed itself, unless it
 * is one of them, then the known ones that hold it elsewhere. So nobody has to pick, and the same client is not typed twice.
 */
export function clientSuggestions(known: readonly string[], typed: string): ClientSuggestion[] {
  const wanted = clientKey(typed);
  const fitting = known.filter((name) => clientKey(name).includes(wanted));
  const begins = (name: string) => clientKey(name).startsWith(wanted);
  const ordered = [...fitting.filter(begins), ...fitting.filter((name) => !begins(name))].slice(0, MOST);
  const isThere = ordered.some((name) => clientKey(name) === wanted);
  const own = typed.trim().replaceAll(/\s+/g, ' ');
  const offered = ordered.map((name) => ({ name, isKnown: true }));
  if (own === '' || isThere) return offered;
  // Behind those that begin with it: who types half a name means that client.
  const before = offered.filter(({ name }) => begins(name));
  return [...before, { name: own, isKnown: false }, ...offered.slice(before.length)];
}
