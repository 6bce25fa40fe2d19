import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LittleSlack } from '../person/little-slack.ts';
import type { Person } from '../person/person.ts';
import { answerJson, readBody } from '../wire/http-door.ts';
import { parseJson } from '../workspace/json.ts';
import { actSchema, perform } from './acts.ts';
import { Browsing } from './browsing.ts';
import { clockActSchema, moveClock } from './clock-acts.ts';
import { LiveFeed } from './live-feed.ts';
import { masked } from './masked.ts';
import { servePageDocument, servePageFile } from './page-files.ts';
import type { PageHost } from './page-host.ts';
import { servePicture } from './page-pictures.ts';
import { refuseStrangers } from './refuse-strangers.ts';
import { whatIsSeen } from './what-is-seen.ts';

const personActSchema = z.strictObject({ as: z.string(), what: actSchema });

interface PageParts {
  little: LittleSlack;
  as(who: string): Person;
  host: PageHost;
}

/** The page at the simulator's address: a document, its files, a feed for each window, and what windows may do. */
export class SimulatorPage {
  readonly #parts: PageParts;
  readonly #feeds = new Set<LiveFeed>();
  readonly #browsing = new Map<string, Browsing>();
  readonly #stopWatching: (() => void)[];

  constructor(parts: PageParts) {
    this.#parts = parts;
    const stir = () => {
      for (const feed of this.#feeds) feed.stir();
    };
    this.#stopWatching = [parts.little.slack.changes.watch(stir)];
    if (parts.host.clock) this.#stopWatching.push(parts.host.clock.clock.subscribe(stir));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stranger = refuseStrangers(request);
    if (stranger) return answerJson(response, 403, { error: stranger });
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') return this.#post(pathname, request, response);
    if (pathname === '/') return servePageDocument(response);
    if (pathname === '/page/live') return this.#follow(response, searchParams.get('as'));
    if (pathname === '/page/traffic') return this.#followTraffic(response);
    if (servePicture(this.#parts.little.slack, pathname, response) || (await servePageFile(pathname, response))) return;
    answerJson(response, 404, { error: 'not_found' });
  }

  close(): void {
    for (const stop of this.#stopWatching) stop();
    for (const feed of [...this.#feeds]) feed.close();
    this.#parts.host.clock?.stopLooking();
  }

  async #post(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = parseJson(await readBody(request));
    try {
      if (pathname === '/page/act') {
        const { as, what } = personActSchema.parse(body);
        const person = this.#parts.as(as);
        const { little, host } = this.#parts;
        // A story that somebody else acts in would not be the story.
        if (host.playing?.() && what.act !== 'read') throw new Error('A story is playing: you can act when it is told');
        const result = await perform({ little, person, browsing: this.#browsingOf(person) }, what);
        return answer(response, result);
      }
      if (pathname === '/page/clock') {
        await moveClock(this.#parts.host, clockActSchema.parse(body));
        return answer(response, undefined);
      }
      answerJson(response, 404, { error: 'not_found' });
    } catch (error) {
      answerJson(response, 422, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  #follow(response: ServerResponse, who: string | null): void {
    const { little, as, host } = this.#parts;
    const wanted = who ?? host.firstPerson?.() ?? '';
    const record = little.slack.people.find(wanted) ?? little.slack.people.all()[0];
    if (!record) {
      answerJson(response, 404, { error: 'Nobody is here' });
      return;
    }
    const browsing = this.#browsingOf(as(record.id));
    const told = new Map<string, string>();
    this.#open(response, () => {
      const news: { [part: string]: object | null | string } = {};
      for (const [name, part] of whatIsSeen(little, browsing, host)) {
        const text = JSON.stringify(part);
        if (told.get(name) === text) continue;
        told.set(name, text);
        news[name] = part;
      }
      if (Object.keys(news).length === 0) return undefined;
      return { me: record.id, ...news };
    });
  }

  #followTraffic(response: ServerResponse): void {
    const { traffic } = this.#parts.little.slack;
    let told = 0;
    this.#open(response, () => {
      const fresh = traffic.after(told);
      if (fresh.length === 0) return undefined;
      told = fresh.at(-1)?.id ?? told;
      return { entries: fresh.map((entry) => ({ ...entry, sent: masked(entry.sent), answer: masked(entry.answer) })) };
    });
  }

  #open(response: ServerResponse, news: () => object | undefined): void {
    const feed = new LiveFeed(response, news);
    this.#feeds.add(feed);
    response.on('close', () => {
      this.#feeds.delete(feed);
      feed.close();
    });
  }

  #browsingOf({ record }: Person): Browsing {
    const known = this.#browsing.get(record.id);
    if (known) return known;
    const browsing = new Browsing(this.#parts.little, record);
    this.#browsing.set(record.id, browsing);
    return browsing;
  }
}

function answer(response: ServerResponse, result: object | undefined): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(result ?? {}));
}
