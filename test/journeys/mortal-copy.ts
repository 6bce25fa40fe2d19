import { createInterface } from 'node:readline';
import pino from 'pino';
import { startService } from '../../src/app.ts';
import { endLeases } from '../../src/platform/jobs/ledger/end-leases.ts';
import { openDatabase } from '../../src/platform/storage/database.ts';
import { handClock } from './hand-clock.ts';

// A copy of the service in a process of its own, so that it can be killed. Each line of its input is an instant: it moves
// its clock there, ends the leases of those that died, rings, and says so.
const [connectionString = '', slackApiUrl = '', botToken = '', appToken = '', start = ''] = process.argv.slice(2);
const clock = handClock(start);
const db = openDatabase(connectionString, { poolSize: 1 });
const service = await startService({
  connectionString,
  slackApiUrl,
  botToken,
  connection: { mode: 'socket', appToken },
  messagesPerSecond: 10,
  port: 0,
  log: pino({ level: 'silent' }),
  clock,
  ringsByItself: false,
});
console.log('ready');
for await (const instant of createInterface({ input: process.stdin })) {
  // In this order: nothing is taken over at an instant that has passed.
  clock.moveTo(instant);
  await endLeases(db);
  await service.ring();
  console.log(`rung ${instant}`);
}
