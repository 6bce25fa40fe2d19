import { NPS, offeredScales, readScale, type Score, scaleKey } from './score.ts';

/** What somebody typed for a score on the scale that they chose; undefined for "no scale". */
export function readTypedScore(
  typed: string | null,
  scaleName: string | undefined,
): { ok: true; score: Score | null } | { ok: false; problem: string } {
  const scale = scaleName === undefined ? undefined : readScale(scaleName);
  if (!typed) return scale ? { ok: false, problem: 'Write the score, or choose no scale.' } : { ok: true, score: null };
  if (!scale) return { ok: false, problem: 'Choose the scale on which the customer gave it.' };
  const value = readValue(typed, scale.from === 0 && scale.to === 1);
  const isRight = /^\d{1,3}$/.test(String(value)) && value >= scale.from && value <= scale.to;
  if (isRight) return { ok: true, score: { ...scale, value } };
  const whole = `a whole number from ${scale.from} to ${scale.to}`;
  return { ok: false, problem: `Write ${scale.from === 0 && scale.to === 1 ? '"good" or "bad"' : whole}.` };
}

function readValue(typed: string, isGoodOrBad: boolean): number {
  const text = typed.trim().toLowerCase();
  if (isGoodOrBad && text === 'good') return 1;
  if (isGoodOrBad && text === 'bad') return 0;
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

/** As it is typed, to be changed. */
export function typedScore({ value, from, to }: Score): string {
  if (from === 0 && to === 1) return value === 1 ? 'good' : 'bad';
  return String(value);
}

/** The scales to choose from: what is offered, and the one that is chosen already. */
export function scaleChoices(chosen: Score | null): { name: string; key: string }[] {
  const offered = offeredScales.map(({ name, scale }) => ({ name, key: scaleKey(scale) }));
  const key = chosen && scaleKey(chosen);
  if (key === null || offered.some((one) => one.key === key)) return offered;
  return [...offered, { name: `CSAT, ${chosen?.from ?? NPS.from} to ${chosen?.to ?? NPS.to}`, key }];
}
