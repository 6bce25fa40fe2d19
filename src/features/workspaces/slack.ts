import type { Registrar } from '../../platform/slack/registrar.ts';

const HELP = [
  '*Throughline* ties everyday work to client outcomes, so that a review holds no surprise.',
  '`/checkin` answers your check-in, or changes the last one.',
  '`/progress` shows your people, or your own numbers and wins; `/progress @name` one person.',
  '`/throughline setup` tells an administrator how teams, metrics and check-ins are described.',
  'The Home tab of this app shows everything on record about you. Each command explains itself with `help`.',
].join('\n');

const SETUP = [
  '*Setting up*, for whoever runs the bot:',
  '1. Describe teams, metrics, cadences and reviews in `throughline.yaml`; `throughline.example.yaml` shows every field.',
  '2. `npm run cli -- apply throughline.yaml --dry-run` shows what would change; without `--dry-run` it is done.',
  '3. Invite this app to each digest channel: `/invite @Throughline`.',
  '4. `npm run cli -- doctor` checks everything and says what to mend.',
].join('\n');

export function registerWorkspaces(app: Registrar): void {
  app.command('/throughline', async ({ command, ack }) => {
    const typed = command.text.trim().toLowerCase();
    if (typed === 'setup') return ack({ text: SETUP });
    const unknown = typed !== '' && typed !== 'help' ? `There is no \`/throughline\` command of that name.\n` : '';
    return ack({ text: unknown + HELP });
  });
}
