const stepsDismissed = 'try-this-dismissed';

/**
 * One window: whom it acts as, where it is, and what the server last told it. Two windows share nothing but the server.
 * A place is `{ kind: 'home' }`, `{ kind: 'messages' }` (both of the app) or `{ kind: 'channel', id }`.
 */
export class Session {
  parts = {};
  /** Counts changes. */
  version = 0;
  /** Id of the person this window acts as; undefined until the server has answered. */
  me = undefined;
  place = { kind: 'messages' };
  thread = undefined;
  isConnected = false;
  /** On a narrow screen either the list of places is seen or the place itself. */
  showsPlaces = false;
  /** What only this window says: refusals of Slack, by channel. */
  notices = [];
  toast = undefined;
  showsSteps = localStorage.getItem(stepsDismissed) === null;
  /** Put into the message field by a step to try. */
  draft = undefined;
  #wanted;
  #feed;
  #clockHeardAt = 0;
  #watchers = new Set();

  constructor(query) {
    this.#wanted = query.get('as') ?? undefined;
    const at = query.get('at') ?? '';
    if (at === 'home') this.place = { kind: 'home' };
    else if (at.startsWith('C') || at.startsWith('D')) this.place = { kind: 'channel', id: at };
  }

  subscribe(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed() {
    this.version += 1;
    for (const watcher of [...this.#watchers]) watcher();
  }

  open() {
    this.#feed?.close();
    const query = this.#wanted === undefined ? '' : `?${new URLSearchParams({ as: this.#wanted })}`;
    const feed = new EventSource(`/page/live${query}`);
    this.#feed = feed;
    feed.onmessage = (event) => {
      const { me, ...parts } = JSON.parse(event.data);
      const isNew = this.me !== me;
      // A feed that begins anew tells everything, so nothing old may stay beside it.
      if (!this.isConnected || isNew) this.parts = {};
      this.isConnected = true;
      this.me = me;
      this.#wanted = me;
      Object.assign(this.parts, parts);
      if (parts.clock) this.#clockHeardAt = performance.now();
      this.#remember();
      this.changed();
      if (isNew) this.#tellOfOpening();
    };
    feed.onerror = () => {
      this.isConnected = false;
      this.changed();
    };
  }

  /** Acts as somebody else from now on. */
  become(who, place = { kind: 'messages' }) {
    const person = this.people.find(({ id, handle }) => id === who || handle === who);
    if (!person) return;
    if (person.id !== this.me) {
      this.#wanted = person.id;
      this.me = undefined;
      this.notices = [];
      this.parts = { team: this.parts.team, people: this.parts.people, host: this.parts.host, clock: this.parts.clock };
      this.open();
    }
    this.go(place);
  }

  go(place) {
    this.place = place;
    this.thread = undefined;
    this.showsPlaces = false;
    this.#remember();
    this.changed();
    this.#tellOfOpening();
  }

  /** The app is told each time somebody opens it. */
  #tellOfOpening() {
    const { kind } = this.place;
    if (kind === 'channel' || this.isWatching) return;
    void this.actQuietly({ act: kind === 'home' ? 'openHome' : 'openMessages' });
  }

  get people() {
    return this.parts.people ?? [];
  }

  get channels() {
    return this.parts.channels ?? [];
  }

  get person() {
    return this.people.find(({ id }) => id === (this.me ?? this.#wanted));
  }

  /** The channel before the person's eyes; none on Home, or before the app's messages were ever opened. */
  get channel() {
    const { place } = this;
    if (place.kind === 'channel') return this.channels.find(({ id }) => id === place.id);
    return place.kind === 'messages' ? this.appChannel : undefined;
  }

  get appChannel() {
    const bot = this.parts.team?.app.id;
    return this.channels.find(({ kind, others }) => kind === 'im' && others[0] === bot);
  }

  /** A story plays by itself, and nobody may act in it. */
  get isWatching() {
    return Boolean(this.parts.host?.playing);
  }

  messagesIn(channelId) {
    return this.parts[`messages ${channelId}`] ?? [];
  }

  /** Milliseconds, by the simulator's clock. */
  now() {
    const { now = 0, speed = null } = this.parts.clock ?? {};
    return now + (speed ? (performance.now() - this.#clockHeardAt) * speed : 0);
  }

  /** Resolves with what came of it; rejects with the words Slack shows. */
  async act(what) {
    return post('/page/act', { as: this.me, what });
  }

  async actQuietly(what) {
    if (!this.me) return;
    await this.act(what).catch(() => {});
  }

  /** For what a person presses: a refusal is shown. */
  async actAloud(what) {
    try {
      return await this.act(what);
    } catch (error) {
      this.tell(error.message);
      return undefined;
    }
  }

  async moveClock(what) {
    try {
      await post('/page/clock', what);
    } catch (error) {
      this.tell(error.message);
    }
  }

  /** Remembered by the browser, for its next visit too. */
  showSteps(isShown) {
    this.showsSteps = isShown;
    if (isShown) localStorage.removeItem(stepsDismissed);
    else localStorage.setItem(stepsDismissed, 'yes');
    this.changed();
  }

  tell(text) {
    this.toast = text;
    this.changed();
  }

  /** Words from Slack itself that nobody else sees. */
  notice(channelId, text) {
    this.notices.push({ channelId, text, at: this.now() });
    this.changed();
  }

  #remember() {
    if (!this.me) return;
    const at = this.place.kind === 'channel' ? this.place.id : this.place.kind;
    const handle = this.person?.handle ?? this.me;
    history.replaceState(null, '', `/?${new URLSearchParams({ as: handle, at })}`);
  }
}

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const result = await response.json();
  if (!response.ok) throw new Error(result.error ?? `The simulator answered ${response.status}`);
  return result;
}
