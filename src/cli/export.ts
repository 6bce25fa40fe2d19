import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { loadVoiceExport } from '../features/customer-voice/load-voice-export.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import { createSlackClient } from './slack-client.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

export function defineExport(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('export')
    .summary('write what is on record as CSV')
    .description('Writes what is on record as CSV, for whoever runs the bot.')
    .addCommand(defineExportVoice(surroundings, end));
}

function defineExportVoice({ env, clock, say }: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('voice')
    .description(
      'Writes everything that customers said and that stands. A cell that a spreadsheet would compute as a formula gets ' +
        "an apostrophe before it. It holds what not everybody may read: keep the file as you keep the database's backup.",
    )
    .addHelpText('after', '\nExample:\n  npm run --silent cli -- export voice > voice.csv')
    .action(async () => {
      const { database, slack } = readConfig(env);
      await withDatabase(database, async (db) => {
        const client = createSlackClient(slack.botToken, slack.apiUrl);
        const workspaceId = await takeUpWorkspace(db, { client, now: clock.now() });
        for await (const line of loadVoiceExport(db, { workspaceId })) say(line.slice(0, -2));
      });
      end(0);
    });
}
