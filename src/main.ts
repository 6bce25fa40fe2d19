import { startService } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { inOneSentence } from './failure.ts';
import { createLogger } from './platform/logging.ts';
import { startEmbeddedPostgres } from './platform/storage/embedded-postgres.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.logLevel });
  process.on('unhandledRejection', (error) => {
    // Socket Mode 3.1 trips over Slack's `app_rate_limited` notice; its connection is not harmed by it.
    const isSocketMode = error instanceof Error && error.stack?.includes('@slack/socket-mode');
    if (isSocketMode) return log.error({ err: error }, 'the Slack connection stumbled');
    // What state this leaves is unknown, so start afresh.
    log.fatal({ err: error }, 'something failed where nobody was listening');
    return process.exit(1);
  });

  const embedded =
    config.database.kind === 'embedded'
      ? await startEmbeddedPostgres({ dataDir: config.database.directory, log: (line) => log.debug(line) })
      : undefined;
  const connectionString = config.database.kind === 'server' ? config.database.url : (embedded?.url ?? '');
  const { botToken, apiUrl: slackApiUrl, connection } = config.slack;
  const { messagesPerSecond, port, publicUrl, linkSecret } = config;
  const starting = startService({
    connectionString,
    botToken,
    connection,
    slackApiUrl,
    messagesPerSecond,
    port,
    publicUrl,
    linkSecret,
    log,
  });

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    const service = await starting.catch(() => undefined);
    const drained = await service?.stop();
    await embedded?.stop();
    log.info('stopped');
    process.exit(drained === false ? 1 : 0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  try {
    await starting;
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : `Throughline could not start. ${inOneSentence(error)}`);
  if (!(error instanceof ConfigError))
    console.error('`npm run cli -- doctor` checks everything and says what to mend.');
  process.exit(1);
}
