import pg from 'pg';

export type Listening = { close(): Promise<void> };

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 15_000;
/** A listener only ever waits, so nothing else would notice that its connection is dead. */
const KEEP_ALIVE_MS = 10_000;

/**
 * Calls `onNotify` for every NOTIFY on the channel, on a connection of its own that is opened again when it drops.
 * After such a gap it calls `onNotify` once without a payload, since something may have been said meanwhile.
 */
export async function listen(
  connectionString: string,
  channel: string,
  onNotify: (payload: string | undefined) => void,
  onError: (error: Error) => void = () => {},
): Promise<Listening> {
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS });
    next.on('error', onError);
    next.on('notification', ({ payload }) => onNotify(payload));
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      next.end().catch(onError);
      throw error;
    }
    next.on('end', () => reconnectAfter(FIRST_RETRY_MS));
    return next;
  }

  function reconnectAfter(waitMs: number): void {
    if (closed) return;
    retry = setTimeout(async () => {
      try {
        client = await connect();
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
        return reconnectAfter(Math.min(waitMs * 2, LONGEST_RETRY_MS));
      }
      // Closed while connecting: nobody else knows of this connection.
      if (closed) await client.end();
      else onNotify(undefined);
    }, waitMs);
  }

  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client.end();
    },
  };
}
