import type { Database } from '../../src/platform/storage/database.ts';

/** The same database, and how many rows have been read through it. */
export function countingRows(db: Database): { db: Database; rowsRead: () => number } {
  let rows = 0;
  const counting = db.$extends({
    query: {
      async $allOperations({ args, query }) {
        const result = await query(args);
        rows += Array.isArray(result) ? result.length : 1;
        return result;
      },
    },
  });
  // An extended client has all of it but `$on`, which nothing uses.
  return { db: counting as unknown as Database, rowsRead: () => rows };
}
