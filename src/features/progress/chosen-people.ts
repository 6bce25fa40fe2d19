import { isOnTeam, type Person } from '../people/person.ts';
import type { ShownRequest } from './progress-request.ts';

export type Heading = 'own' | 'people' | 'member' | 'team';

export type Chosen =
  | { outcome: 'chosen'; heading: Heading; title: string; whom: string; people: Person[] }
  | { outcome: 'unknown-team'; name: string; teams: string[] }
  | { outcome: 'unknown-member' };

/** Whom a request means, whether or not the one who asks may see them. */
export function chosenPeople(everyone: readonly Person[], actorId: string, request: ShownRequest): Chosen {
  if (request.asks === 'own-people') {
    const reports = everyone.filter(({ managerId }) => managerId === actorId);
    if (reports.length > 0) return chosen('people', 'Your people', reports);
    return onePerson(everyone, actorId, actorId);
  }
  if (request.asks === 'member') return onePerson(everyone, actorId, request.memberId);
  const ofTeam = everyone.filter((person) => isOnTeam(person, request.name));
  if (ofTeam.length === 0) return { outcome: 'unknown-team', name: request.name, teams: teamNames(everyone) };
  const title = ofTeam[0]?.teamName ?? request.name;
  return chosen('team', title, ofTeam, `the team ${title}`);
}

function onePerson(everyone: readonly Person[], actorId: string, memberId: string): Chosen {
  const person = everyone.find(({ id }) => id === memberId);
  if (!person) return { outcome: 'unknown-member' };
  return person.id === actorId ? chosen('own', 'Your progress', [person]) : chosen('member', person.name, [person]);
}

function chosen(heading: Heading, title: string, people: Person[], whom = title): Chosen {
  return { outcome: 'chosen', heading, title, whom, people };
}

function teamNames(everyone: readonly Person[]): string[] {
  return [...new Set(everyone.flatMap(({ teamName }) => teamName ?? []))].sort();
}
