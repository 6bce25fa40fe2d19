import type { Database } from '../../src/platform/storage/database.ts';

/** Until somebody stands in line for a row of this database. */
export async function someoneWaits(db: Database): Promise<void> {
  for (;;) {
    const [line] = await db.$queryRaw<{ waiting: bigint }[]>`
      select count(*) as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`;
    if (line && line.waiting > 0n) return;
  }
}
