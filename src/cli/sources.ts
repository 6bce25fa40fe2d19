import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { createSource, createSourceToken } from '../features/governance/create-source.ts';
import { loadSources } from '../features/governance/load-sources.ts';
import { recordRevocation } from '../features/governance/record-revocation.ts';
import { PERMISSIONS, type Permission, type Source } from '../features/governance/source.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Database } from '../platform/storage/database.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

interface Desk {
  db: Database;
  workspaceId: string;
  now: Date;
}

interface AddOptions {
  name?: string;
  may: Permission[];
  filesOnly?: true;
}

export function defineSources(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const { say, complain } = surroundings;
  const sources = new Command('sources')
    .summary('say which systems may send values and customer voice')
    .description(
      'A source is a system that sends to Throughline: by HTTP with a token of its own, or in files. Its token is shown ' +
        'once; only what it is recognised by is kept.',
    )
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run cli -- sources add helpdesk --name "Helpdesk export" --may observations',
        '  npm run cli -- sources add survey --may observations,customer_voice',
        '  npm run cli -- sources list',
        '  npm run cli -- sources rotate helpdesk',
        '  npm run cli -- sources revoke helpdesk',
      ].join('\n'),
    );

  sources
    .command('add')
    .description('make a source and show its token')
    .argument('<KEY>', 'how its values name it: small letters, digits and dashes')
    .option('--name <NAME>', 'how people read it; the key unless given')
    .option('--may <WHAT>', `what it may send, with commas between: ${PERMISSIONS.join(', ')}`, permissions, [
      'observations',
    ])
    .option('--files-only', 'give it no token: it sends in files')
    .action((key: string, { name, may, filesOnly }: AddOptions) =>
      atDesk(surroundings, async ({ db, workspaceId, now }) => {
        const input = { workspaceId, key, name: name?.trim() || key, maySend: may, sendsFilesOnly: filesOnly === true };
        const created = await createSource(db, { ...input, now });
        if (created.outcome === 'refused') {
          complain(created.problem);
          return end(1);
        }
        say(`The source "${key}" may send ${may.join(' and ')}.`);
        if (created.token !== undefined) tellToken(created.token);
      }),
    );

  sources
    .command('list')
    .description('show every source')
    .option('--json', 'answer in JSON, for scripts')
    .action(({ json }: { json?: true }) =>
      atDesk(surroundings, async ({ db, workspaceId }) => {
        const all = await loadSources(db, workspaceId);
        if (json) return say(JSON.stringify({ sources: all }, null, 2));
        if (all.length === 0) return say('No system sends to Throughline yet. `sources add KEY` makes a source.');
        for (const source of all) say(readable(source));
      }),
    );

  sources
    .command('rotate')
    .description('show a new token for a source; the one before is good no longer')
    .argument('<KEY>', 'the source')
    .action((key: string) =>
      atDesk(surroundings, async (desk) => {
        const created = await createSourceToken(desk.db, { ...desk, key });
        if (created.outcome === 'created') return tellToken(created.token);
        noSuchSource(key);
      }),
    );

  sources
    .command('revoke')
    .description('take nothing more from a source; what it sent stays')
    .argument('<KEY>', 'the source')
    .action((key: string) =>
      atDesk(surroundings, async (desk) => {
        if ((await recordRevocation(desk.db, { ...desk, key })) === 'unknown') return noSuchSource(key);
        say(`The source "${key}" is revoked: nothing more is taken from it. What it sent stays.`);
      }),
    );

  return sources;

  function tellToken(token: string): void {
    say(`Its token, shown this once:\n\n  ${token}\n`);
    say('Programs send it as "Authorization: Bearer TOKEN". Lost, it is replaced by `sources rotate`.');
  }

  function noSuchSource(key: string): void {
    complain(`There is no source "${key}" in force. \`sources list\` shows them.`);
    end(1);
  }
}

async function atDesk({ env, clock }: Surroundings, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { database, slack } = readConfig(env);
  await withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    const now = clock.now();
    await work({ db, workspaceId: await takeUpWorkspace(db, { client, now }), now });
  });
}

function permissions(text: string): Permission[] {
  const named = text.split(',').map((word) => word.trim());
  const unknown = named.find((word) => !PERMISSIONS.some((permission) => permission === word));
  if (unknown !== undefined) throw new InvalidArgumentError(`It can be ${PERMISSIONS.join(', ')}.`);
  return PERMISSIONS.filter((permission) => named.includes(permission));
}

function readable({ key, name, maySend, tokenFrom, lastUsedAt, revokedAt }: Source): string {
  const token = tokenFrom
    ? `token since ${tokenFrom.toISOString()}, ${lastUsedAt ? `used last ${lastUsedAt.toISOString()}` : 'not used yet'}`
    : 'no token, files only';
  const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : token;
  return `${key}  ${name}: ${maySend.join(', ')}\n  ${state}`;
}
