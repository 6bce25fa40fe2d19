import pg from 'pg';

/** Does some work on a connection of its own, closed afterwards however the work ends. */
export async function withConnection<T>(
  connectionString: string,
  work: (connection: pg.Client) => Promise<T>,
): Promise<T> {
  const connection = new pg.Client({ connectionString });
  // A connection that drops between two statements fails the next one; unheard, it would end the process.
  connection.on('error', () => {});
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
