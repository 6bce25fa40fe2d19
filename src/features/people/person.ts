/** Somebody who is asked or asks: an active person or guest. */
export interface Person {
  id: string;
  name: string;
  timeZone: string;
  teamKey: string | null;
  teamName: string | null;
  managerId: string | null;
}

/** Whether they are on the team that somebody typed: its key or its name, with or without the word "team" before it. */
export function isOnTeam({ teamKey, teamName }: Pick<Person, 'teamKey' | 'teamName'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  const names = [teamKey, teamName].flatMap((name) => name?.toLowerCase() ?? []);
  return names.some((name) => name === wanted || `team ${name}` === wanted);
}
