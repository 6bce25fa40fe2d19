import type { ClockControl } from '../clock/clock-control.ts';

/** One thing for a newcomer to do, with what helps to do it at a press. */
export interface Step {
  text: string;
  /** Be this person (by name or id) ... */
  as?: string;
  /** ... here: `home`, `messages`, or a channel by name. */
  go?: string;
  /** Put this into the message field, to be sent by hand. */
  type?: string;
  /** Move the clock on to the next moment at which something happens. */
  next?: true;
  /** An address to open beside the page, and the words to press. */
  open?: { url: string; words: string };
}

/** What whoever starts the simulator adds to its page. Everything is asked anew each time it is shown. */
export interface PageHost {
  /** Without it the page shows the time and cannot move it. */
  clock?: ClockControl;
  /** What plays by itself, in a sentence. While it does, visitors watch: the clock and the people belong to the story. */
  playing?(): string | undefined;
  tryThis?(): Step[];
  /** Whom a visitor is at first, by name or id. */
  firstPerson?(): string;
}
