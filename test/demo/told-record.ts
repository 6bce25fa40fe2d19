import { colleagueCalled, timeZoneOn } from '../../src/demo/company.ts';
import type { DemoRecord, Post, Said, Standing } from '../../src/demo/demo-record.ts';
import type { ExpectedCheckIn } from '../../src/demo/expected/expected-check-ins.ts';
import { REVIEW_DIGEST_ON, thursdayOf, WEEKS } from '../../src/demo/quarter.ts';
import { type Placement, rosterOf } from '../../src/demo/roster.ts';
import { onTheWall } from '../../src/demo/spoken-time.ts';
import { loadWorkspaceText, readDemoFile, withMember } from '../../src/demo/workspace-text.ts';
import { plusDays, readableDay } from '../../src/platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../src/platform/time/local-time.ts';

// Records as a faultless quarter would leave them, for tests that spoil one thing in them.

export const file = readDemoFile(withMember(await loadWorkspaceText(), 'noor'));

export const nothing: DemoRecord = {
  posts: [],
  standing: [],
  said: [],
  looks: [],
  readings: [],
  restart: null,
  ledger: { dead: 0, unsettled: 0 },
  troubles: [],
};

function post(to: string, at: Date, text: string): Post {
  return { to, at, text, ts: `${at.getTime() / 1000}.000001`, threadTs: null };
}

function standing({ to, ts }: Post, text: string, thread: string[] = []): Standing {
  return { to, ts, text, edited: false, thread };
}

export function promptTo({ handle, cadenceName, day, time, timeZone }: ExpectedCheckIn): Post {
  const words = `${cadenceName}, ${readableDay(day)}: how is it going? It takes about two minutes.`;
  return post(handle, localInstant(day, time as TimeOfDay, timeZone), words);
}

/** A quarter in which nobody told a win, and every digest says so. */
export function digestsWithoutWins(): DemoRecord {
  const told = file.teams.flatMap(({ name, channel = '', digest }) =>
    Array.from({ length: channel === '' ? 0 : WEEKS }, (_, index) => {
      const friday = plusDays(thursdayOf(index + 1), 1);
      const text = `No client wins were recorded for ${name} this week.`;
      const posted = post(channel, localInstant(friday, digest.time, digest.time_zone), text);
      return { posted, standing: standing(posted, text) };
    }),
  );
  return {
    ...nothing,
    posts: told.map(({ posted }) => posted),
    standing: told.map((one) => one.standing),
  };
}

/** Elif tells of a win in week 2. */
export function saidByElif(at: string): Said {
  const win = {
    week: 2,
    by: 'elif',
    kind: 'Adoption: they use more of it',
    client: 'Harbour Mills',
    whatChanged: 'The mill runs.',
    helpers: [],
  };
  const answer = { values: [], win, obstacle: null };
  return { handle: 'elif', cadenceName: 'Weekly check-in', day: thursdayOf(2), at: new Date(at), answer };
}

/** The evidence of everybody who is still there, to both sides. */
export function reviewsToBothSides(): DemoRecord {
  const told = rosterOf(file)
    .filter(({ handle }) => handle !== 'david')
    .flatMap((placement) => [evidence(placement, placement.handle), evidence(placement, placement.manager)]);
  return { ...nothing, posts: told.map(({ posted }) => posted), standing: told.map((one) => one.standing) };
}

/** An hour that is day for both. */
function dayForBoth(handle: string, manager: string): Date {
  const [own, other] = [handle, manager].map((who) => timeZoneOn(colleagueCalled(who), REVIEW_DIGEST_ON));
  const hours = ['09:00', '11:00', '13:00', '15:00', '17:00'] as const;
  const instants = hours.map((time) => localInstant(REVIEW_DIGEST_ON, time, own ?? 'UTC'));
  const isDay = (at: Date) => /^(0[789]|1\d)/.test(onTheWall(at, other ?? 'UTC').time);
  const at = instants.find(isDay);
  if (!at) throw new Error(`no hour is day for ${handle} and ${manager}`);
  return at;
}

function evidence({ handle, manager }: Placement, reader: string) {
  const whose = reader === handle ? 'your review' : `the review of @${handle}`;
  const at = dayForBoth(handle, manager);
  const posted = { ...post(reader, at, `The evidence for ${whose} on Tue 14 Apr 2026`), ts: `${handle} to ${reader}` };
  const text = `Evidence\nThis is what is on record for ${whose}.\nMetrics of ${handle}`;
  return { posted, standing: standing(posted, text) };
}
