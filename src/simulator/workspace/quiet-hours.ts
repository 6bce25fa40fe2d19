/** When nobody is to be notified: every day between two wall-clock times, and a pause of once. */
export interface QuietHours {
  /** `HH:mm` in the person's zone; the end is on the next day when it is not after the start. */
  daily?: { from: string; to: string };
  /** Unix seconds. */
  pausedFrom?: number;
  pausedUntil?: number;
}

const daySeconds = 86_400;

/** The stretch under way or the next one, in Unix seconds; undefined when there is none. */
export function nextQuietStretch(
  quiet: QuietHours,
  timeZone: string,
  now: number,
): { start: number; end: number } | undefined {
  const { pausedFrom = 0, pausedUntil = 0, daily } = quiet;
  if (pausedUntil > now) return { start: pausedFrom, end: pausedUntil };
  if (!daily) return undefined;
  const intoDay = secondsIntoDay(now, timeZone);
  const [from, to] = [secondsOf(daily.from), secondsOf(daily.to)];
  const length = (to - from + daySeconds) % daySeconds || daySeconds;
  const today = now - intoDay + from;
  const candidates = [today - daySeconds, today, today + daySeconds];
  const start = candidates.find((candidate) => candidate + length > now);
  return start === undefined ? undefined : { start, end: start + length };
}

function secondsOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined) throw new Error(`"${time}" is not a time like 22:00`);
  return Number(hours) * 3600 + Number(minutes) * 60;
}

/** By the clock on the wall there; days on which it is put forward or back are taken as 24 hours long. */
function secondsIntoDay(now: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return secondsOf(format.format(new Date(now * 1000))) + (now % 60);
}
