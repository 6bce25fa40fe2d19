import type { Changes } from '../workspace/changes.ts';

/** The thing is not there yet, and may still come. Any other error ends the looking at once. */
export class NotSeenYet extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotSeenYet';
  }
}

/**
 * Looks at once and then after every change, until there is something to see or patience ends; then the last complaint
 * is thrown. This is how tests wait for the app: on what changes, never on a guess of how long it takes.
 */
export function lookAgain<T>(changes: Changes, patienceMilliseconds: number, look: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let complaint: unknown;
    const settled = (): boolean => {
      try {
        resolve(look());
        return true;
      } catch (error) {
        complaint = error;
        if (error instanceof NotSeenYet) return false;
        reject(error);
        return true;
      }
    };
    if (settled()) return;
    const stop = () => {
      stopWatching();
      clearTimeout(timer);
    };
    const stopWatching = changes.watch(() => {
      if (settled()) stop();
    });
    const timer = setTimeout(() => {
      stop();
      reject(complaint);
    }, patienceMilliseconds);
  });
}
