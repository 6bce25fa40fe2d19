/** Does together what comes at about the same time: a commit costs the same for one and for fifty. */
export interface Batches<Item, Result> {
  /** Whether one more could wait: who asks first need not read what is refused. */
  hasRoom(): boolean;
  /** Resolves once the batch that the item was in is done; undefined, at once, when there is no room to wait. */
  run(item: Item): Promise<Result | undefined>;
}

/**
 * One batch at a time, of at most so many; what comes meanwhile waits for the next, and nobody waits for company.
 * `doAll` answers in the order of the items. When it fails, each is tried alone, so that nobody fails by others.
 */
export function createBatches<Item, Result>(
  { most, waiting }: { most: number; waiting: number },
  doAll: (items: readonly Item[]) => Promise<Result[]>,
): Batches<Item, Result> {
  const queue: Waiting<Item, Result>[] = [];
  let isBusy = false;

  return {
    hasRoom: () => queue.length < waiting,
    async run(item) {
      if (queue.length >= waiting) return undefined;
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      queue.push({ item, resolve, reject });
      if (!isBusy) void workOff();
      return promise;
    },
  };

  async function workOff(): Promise<void> {
    isBusy = true;
    while (queue.length > 0) await settle(queue.splice(0, most));
    isBusy = false;
  }

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await doAll(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error('a batch was not answered item by item');
      for (const [at, result] of results.entries()) batch[at]?.resolve(result);
    } catch (error) {
      if (batch.length > 1) for (const one of batch) await settle([one]);
      else batch[0]?.reject(error);
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}
