// The browser's own, which need not be a tag that Intl takes when named.
const locale = undefined;

function format(milliseconds, timeZone, options) {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(milliseconds);
}

export function timeOfDay(milliseconds, timeZone) {
  return format(milliseconds, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `Tuesday, 7 April 2026`, or a word where there is one. */
export function dayHeading(milliseconds, timeZone, now) {
  return wordForDay(milliseconds, timeZone, now) ?? fullDay(milliseconds, timeZone);
}

export function fullDay(milliseconds, timeZone) {
  return format(milliseconds, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function shortDay(milliseconds, timeZone) {
  return format(milliseconds, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
}

export function dayKey(milliseconds, timeZone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(milliseconds);
}

function wordForDay(milliseconds, timeZone, now) {
  const day = dayKey(milliseconds, timeZone);
  const dayMilliseconds = 86_400_000;
  if (day === dayKey(now, timeZone)) return 'Today';
  if (day === dayKey(now - dayMilliseconds, timeZone)) return 'Yesterday';
  return day === dayKey(now + dayMilliseconds, timeZone) ? 'Tomorrow' : undefined;
}

const tokens = {
  date_num: (at, zone) => dayKey(at, zone),
  date: (at, zone) => format(at, zone, { day: 'numeric', month: 'long', year: 'numeric' }),
  date_short: (at, zone) => format(at, zone, { day: 'numeric', month: 'short', year: 'numeric' }),
  date_long: (at, zone) => fullDay(at, zone),
  time: (at, zone) => timeOfDay(at, zone),
  time_secs: (at, zone) =>
    format(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  ago: (at, _zone, now) => timeAgo(at, now),
};
for (const name of ['date', 'date_short', 'date_long']) {
  tokens[`${name}_pretty`] = (at, zone, now) => wordForDay(at, zone, now)?.toLowerCase() ?? tokens[name](at, zone, now);
}
tokens.day_divider_pretty = tokens.date_long_pretty;

/** The text of `<!date^seconds^format|fallback>` in the reader's own zone. */
export function slackDate(seconds, pattern, { timeZone, now }) {
  const at = Number(seconds) * 1000;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => tokens[name]?.(at, timeZone, now) ?? whole);
}

function timeAgo(at, now) {
  const minutes = Math.round((at - now) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}

/** Unix seconds of a wall-clock time (`2026-04-07T10:00`) in a zone. Twice, because the offset is that of the answer. */
export function secondsAt(wallClock, timeZone) {
  const wanted = Date.parse(`${wallClock}:00Z`);
  let at = wanted;
  for (let round = 0; round < 2; round += 1) at -= Date.parse(`${wallClockAt(at, timeZone)}:00Z`) - wanted;
  return Math.floor(at / 1000);
}

export function wallClockAt(milliseconds, timeZone) {
  return `${dayKey(milliseconds, timeZone)}T${timeOfDay(milliseconds, timeZone)}`;
}
