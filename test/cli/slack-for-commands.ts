import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest/socket-mode.json', import.meta.url), 'utf8'));

/** A little Slack with everybody and every channel that the example file names. */
export async function slackOfTheExample(scopes?: string[]): Promise<Simulator> {
  const people = ['maya', 'vic', 'ana', 'bo', 'chidi', 'dee'];
  const slack = await startSimulator({
    manifest: scopes ? { ...manifest, oauth_config: { scopes: { bot: scopes } } } : manifest,
    workspace: {
      name: 'Acme',
      people: people.map((name) => ({ name, email: `${name}@example.com`, timeZone: 'Europe/Berlin' })),
      channels: [{ name: 'customer-support', members: people, botIsMember: true }],
    },
  });
  onTestFinished(() => slack.close());
  return slack;
}

export function environmentFor(slack: Simulator, databaseUrl?: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
}
