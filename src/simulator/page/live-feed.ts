import type { ServerResponse } from 'node:http';

/** Changes within so many milliseconds travel together: a burst of posts is one picture. */
const gatherMilliseconds = 40;
/** Keeps the line open, and a clock that is not ours from standing still on the screen. */
const heartbeatMilliseconds = 10_000;

/** Server-sent events to one window. `news` is what to tell it now; empty, nothing. */
export class LiveFeed {
  readonly #response: ServerResponse;
  readonly #news: () => object | undefined;
  readonly #heartbeat: NodeJS.Timeout;
  #gathering: NodeJS.Timeout | undefined;

  constructor(response: ServerResponse, news: () => object | undefined) {
    this.#response = response;
    this.#news = news;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    this.#tell();
    this.#heartbeat = setInterval(() => this.stir(), heartbeatMilliseconds).unref();
  }

  /** Something may have changed. */
  stir(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#tell();
    }, gatherMilliseconds);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#gathering);
    this.#response.end();
  }

  #tell(): void {
    const news = this.#news();
    // JSON has no line ends of its own, so one data line holds it.
    if (news) this.#response.write(`data: ${JSON.stringify(news)}\n\n`);
  }
}
