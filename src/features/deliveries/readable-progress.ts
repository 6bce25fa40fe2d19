const BAR = 20;

export interface Progress {
  sent: number;
  waiting: number;
  dead: number;
  skipped: number;
  secondsLeft?: number;
}

/** "340 of 10000 sent, 9650 waiting, 10 could not be sent; about 32 minutes left", and a bar for it. */
export function readableProgress({ sent, waiting, dead, skipped, secondsLeft }: Progress): string {
  const total = sent + waiting + dead + skipped;
  const settled = total === 0 ? 1 : (total - waiting) / total;
  const full = Math.floor(settled * BAR);
  const counts = [
    `${sent} of ${total} sent`,
    `${waiting} waiting`,
    ...(dead > 0 ? [`${dead} could not be sent`] : []),
    ...(skipped > 0 ? [`${skipped} no longer needed`] : []),
  ];
  const left = secondsLeft === undefined ? '' : `; ${readableSpan(secondsLeft)} left`;
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${counts.join(', ')}${left}`;
}

function readableSpan(seconds: number): string {
  if (seconds < 90) return `about ${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}
