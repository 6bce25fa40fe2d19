import cron from 'node-cron';

/**
 * Rings once a minute, on every copy, in UTC: local times are the planner's business, and a zone here would lose an hour
 * whenever clocks go back. A ring that takes longer than a minute is not overtaken by the next.
 */
export function startBell(onRing: () => Promise<void>): { stop(): Promise<void> } {
  let ringing: Promise<void> = Promise.resolve();
  const task = cron.schedule(
    '* * * * *',
    () => {
      ringing = onRing();
      return ringing;
    },
    { timezone: 'UTC', noOverlap: true },
  );
  return {
    async stop() {
      await task.destroy();
      await ringing;
    },
  };
}
