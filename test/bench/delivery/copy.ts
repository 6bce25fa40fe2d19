import pino from 'pino';
import { startService } from '../../../src/app.ts';

// A copy of the service in a process of its own. Its clock runs as the real one, so many milliseconds ahead.
const env = (name: string) => process.env[name] ?? '';
const ahead = Number(env('AHEAD_MILLISECONDS'));
const service = await startService({
  connectionString: env('DATABASE_URL'),
  slackApiUrl: env('SLACK_API_URL'),
  botToken: env('SLACK_BOT_TOKEN'),
  connection: { mode: 'socket', appToken: env('SLACK_APP_TOKEN') },
  messagesPerSecond: Number(env('MESSAGES_PER_SECOND')),
  port: Number(env('PORT') || 0),
  linkSecret: env('LINK_SECRET') || undefined,
  log: pino({ level: 'error' }, pino.destination(2)),
  clock: { now: () => new Date(Date.now() + ahead) },
  ringsByItself: env('RINGS') === 'yes',
});
console.log('ready');
process.once('SIGTERM', async () => {
  await service.stop();
  process.exit(0);
});
