/**
 * Tells watchers that something a person could see has changed. People in Slack look again when the screen changes;
 * so do the verbs of `person/`, which is how a test waits for the app without sleeping.
 */
export class Changes {
  readonly #watchers = new Set<() => void>();

  announce(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** The answer stops watching. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }
}
