import { createServer } from 'node:net';

/** A port that was free on the loopback address a moment ago; another program may take it before we do. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('No loopback port was given.'));
      probe.close(() => resolve(address.port));
    });
  });
}
