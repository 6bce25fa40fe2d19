/** Tells the present instant. Everything that needs the time is given one; only `app.ts` makes the real one. */
export interface Clock {
  now(): Date;
}
