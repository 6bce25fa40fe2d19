import bolt from '@slack/bolt';

// What the service is measured against: Bolt as its first example has it, with one command that answers at once.
const app = new bolt.App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
  logLevel: bolt.LogLevel.ERROR,
});
app.command('/throughline', async ({ ack }) => ack({ text: 'Here is some help.' }));
await app.start();
console.log('ready');
process.once('SIGTERM', () => process.exit(0));
