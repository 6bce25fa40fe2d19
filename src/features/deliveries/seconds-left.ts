/** Faster than it has gone for the last minute it will hardly go on. None while it has not got going. */
export function secondsLeft(
  { startedAt, waiting, sentLastMinute }: { startedAt: Date; waiting: number; sentLastMinute: number },
  now: Date,
): number | undefined {
  const seconds = Math.min(60, Math.max(1, (now.getTime() - startedAt.getTime()) / 1000));
  return sentLastMinute === 0 ? undefined : Math.ceil((waiting * seconds) / sentLastMinute);
}
