export function millisecondsAfter(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}

export function secondsAfter(moment: Date, seconds: number): Date {
  return millisecondsAfter(moment, seconds * 1000);
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
