import type { CalendarDay } from '../platform/time/calendar-day.ts';

/** Somebody at the demo company. All of them are invented. */
export interface Colleague {
  /** How others call them in Slack, and their address before the @. */
  handle: string;
  name: string;
  /** IANA name, on the first day of the quarter. */
  timeZone: string;
  /** Their first day, where it lies in the quarter. */
  joinsOn?: CalendarDay;
  /** From this day on their Slack account is deactivated. */
  leavesOn?: CalendarDay;
  movesOn?: CalendarDay;
  movesTo?: string;
  /** An administrator of the Slack workspace. */
  runsSlack?: true;
}

export const COMPANY_NAME = 'Larkfield';

export const colleagues: readonly Colleague[] = [
  { handle: 'ingrid', name: 'Ingrid Solberg', timeZone: 'Europe/Berlin', runsSlack: true },
  { handle: 'marcus', name: 'Marcus Bell', timeZone: 'America/New_York' },
  { handle: 'yuki', name: 'Yuki Tanaka', timeZone: 'Europe/London' },

  { handle: 'katrin', name: 'Katrin Vogel', timeZone: 'Europe/Berlin' },
  { handle: 'ana', name: 'Ana Kovač', timeZone: 'Europe/Berlin' },
  { handle: 'luca', name: 'Luca Bianchi', timeZone: 'Europe/Berlin' },
  { handle: 'grace', name: 'Grace Okafor', timeZone: 'Europe/London' },
  {
    handle: 'tomas',
    name: 'Tomás Ferreira',
    timeZone: 'Europe/London',
    movesOn: '2026-03-02',
    movesTo: 'America/Sao_Paulo',
  },
  { handle: 'beatriz', name: 'Beatriz Almeida', timeZone: 'America/Sao_Paulo' },

  { handle: 'maya', name: 'Maya Thompson', timeZone: 'America/New_York' },
  { handle: 'bo', name: 'Bo Lindqvist', timeZone: 'Europe/Berlin' },
  { handle: 'emeka', name: 'Emeka Nwosu', timeZone: 'Europe/London' },
  { handle: 'priya', name: 'Priya Raman', timeZone: 'Asia/Kolkata' },
  { handle: 'arjun', name: 'Arjun Mehta', timeZone: 'Asia/Kolkata' },
  { handle: 'camila', name: 'Camila Souza', timeZone: 'America/Sao_Paulo' },
  { handle: 'david', name: 'David Rosen', timeZone: 'America/New_York', leavesOn: '2026-02-24' },
  { handle: 'noor', name: 'Noor Haddad', timeZone: 'America/New_York', joinsOn: '2026-02-16' },

  { handle: 'oliver', name: 'Oliver Grant', timeZone: 'Europe/London' },
  { handle: 'sofia', name: 'Sofia Marino', timeZone: 'Europe/Berlin' },
  { handle: 'hannah', name: 'Hannah Weiss', timeZone: 'America/New_York' },
  { handle: 'ravi', name: 'Ravi Iyer', timeZone: 'Asia/Kolkata' },

  { handle: 'chen', name: 'Chen Wei', timeZone: 'Europe/London' },
  { handle: 'elif', name: 'Elif Demir', timeZone: 'Europe/Berlin' },
  { handle: 'jonas', name: 'Jonas Richter', timeZone: 'Europe/Berlin' },
  { handle: 'nadia', name: 'Nadia Petrova', timeZone: 'America/New_York' },
];

/** Who reads which channel; the bot is in each. */
export const channels: Readonly<Record<string, readonly string[]>> = {
  onboarding: ['ingrid', 'marcus', 'katrin', 'ana', 'luca', 'grace', 'tomas', 'beatriz'],
  support: ['ingrid', 'marcus', 'maya', 'bo', 'emeka', 'priya', 'arjun', 'camila', 'david'],
  education: ['ingrid', 'yuki', 'oliver', 'sofia', 'hannah', 'ravi'],
  product: ['ingrid', 'yuki', 'chen', 'elif', 'jonas', 'nadia'],
  lessons: ['ingrid', 'marcus', 'yuki', 'katrin', 'ana', 'grace', 'tomas', 'maya', 'camila', 'oliver', 'ravi', 'chen'],
};

export function emailOf(handle: string): string {
  return `${handle}@larkfield.example`;
}

/** Their Slack user id: fixed, so that a log of the demo can be read. */
export function userIdOf(handle: string): string {
  return `U0${handle.toUpperCase()}`;
}

export function colleagueCalled(handle: string): Colleague {
  const found = colleagues.find((colleague) => colleague.handle === handle);
  if (!found) throw new Error(`Nobody at ${COMPANY_NAME} is called ${handle}.`);
  return found;
}

/** Their names, in the order in which the company is listed: what runs at once must not shuffle the story. */
export function namesOf(handles: readonly string[]): string[] {
  return colleagues.filter(({ handle }) => handles.includes(handle)).map(({ name }) => name);
}

/** Where somebody lives on that day. */
export function timeZoneOn({ timeZone, movesOn, movesTo }: Colleague, day: CalendarDay): string {
  return movesOn !== undefined && movesTo !== undefined && day >= movesOn ? movesTo : timeZone;
}

export function isHereOn({ joinsOn, leavesOn }: Colleague, day: CalendarDay): boolean {
  return (joinsOn === undefined || day >= joinsOn) && (leavesOn === undefined || day < leavesOn);
}
