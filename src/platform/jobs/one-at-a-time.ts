/**
 * Makes work of which only one runs at a time. Asked while it runs, it runs once more afterwards, for all who asked.
 * Resolves when a run that began after the asking is over; a failure is the doer's to meet.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      running = work();
      return running;
    });
    return next;
  };
}
