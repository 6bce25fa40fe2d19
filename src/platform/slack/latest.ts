/** Of several that make the same thing at once, lets only the one that began last finish it: it saw the newest world. */
export interface Latest {
  run(name: string, make: (isLatest: () => boolean) => Promise<void>): Promise<void>;
}

export function createLatest(): Latest {
  const latest = new Map<string, symbol>();
  return {
    async run(name, make) {
      const own = Symbol(name);
      latest.set(name, own);
      const isLatest = () => latest.get(name) === own;
      try {
        await make(isLatest);
      } finally {
        if (isLatest()) latest.delete(name);
      }
    },
  };
}
