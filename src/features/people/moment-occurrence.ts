/** Names, in the ledger, the message to one person about one moment: whatever is due to them then stands in it. */
export function momentOccurrence(memberId: string, moment: Date): string {
  return `${memberId}@${moment.toISOString()}`;
}

/** Undefined for an occurrence that names no moment. */
export function readMoment(occurrence: string): Date | undefined {
  const moment = new Date(occurrence.slice(occurrence.indexOf('@') + 1));
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
