import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { openFormLinks } from '../customer-voice/open-form-links.ts';
import { openVoices } from '../customer-voice/open-voices.ts';
import { openDeliveries } from '../deliveries/open-deliveries.ts';
import { openSources } from '../governance/open-sources.ts';
import { openExperiments, openLessons } from '../growth/open-experiments.ts';
import { openImpactMap } from '../metrics/open-impact-map.ts';
import { openMetric, openMetrics } from '../metrics/open-metrics.ts';
import { openList } from '../verification/open-list.ts';
import { waitingView } from '../verification/waiting-message.ts';
import { openLooks } from './open-looks.ts';

const HELP = [
  '*Throughline* ties everyday work to client outcomes, so that a review holds no surprise.',
  '`/checkin` answers your check-in, or changes the last one; the `…` under its message puts it off or skips it.',
  '`/progress` shows your people, or your own numbers and wins; `/progress @name` one person; `/progress update` takes new numbers of yours, `/progress correct` changes one.',
  '`/feedback @name` says what you saw somebody do; `/feedback` alone shows what you got, gave and are asked for.',
  '`/throughline voice` shows what customers said and how satisfied they are, and records what one told you.',
  '`/throughline form` makes a short web form for one client, and shows and revokes those you made.',
  '`/throughline setup` tells an administrator how teams, metrics and check-ins are described.',
  '`/throughline deliveries` tells an administrator how a send-out goes and what could not be sent, and sends it again.',
  '`/throughline sources` tells an administrator which systems send values and customer voice.',
  '`/throughline metrics` lists what is measured; with a metric behind it, what it means, who changed that and why, and where its numbers come from.',
  '`/throughline impact` shows how the work of your role reaches the client; with a role behind it, that of another.',
  '`/throughline verify` shows the numbers that wait for your word, where you answer for some.',
  '`/throughline looks` shows who looked at what is on record about you.',
  '`/throughline experiments` names what is in the way and tries something about it; `/throughline lessons onboarding` finds what was learned.',
  'The Home tab of this app shows everything on record about you. Each command explains itself with `help`.',
].join('\n');

const SETUP = [
  '*Setting up*, for whoever runs the bot:',
  '1. Describe teams, metrics, cadences and reviews in `throughline.yaml`; `throughline.example.yaml` shows every field.',
  '2. `npm run cli -- apply throughline.yaml --dry-run` shows what would change; without `--dry-run` it is done.',
  '3. Invite this app to each digest channel: `/invite @Throughline`.',
  '4. `npm run cli -- doctor` checks everything and says what to mend.',
].join('\n');

export function registerWorkspaces(app: Registrar, { db, clock }: SurfaceParts): void {
  app.command('/throughline', async ({ command, ack, client, respond }) => {
    const typed = command.text.trim().toLowerCase();
    if (typed === 'deliveries') {
      await ack();
      const who = { client, workspaceId: command.team_id, userId: command.user_id };
      return void (await respond(await openDeliveries(db, { ...who, page: 0, now: clock.now() })));
    }
    if (typed === 'sources') {
      await ack();
      return void (await respond(
        await openSources(db, { client, workspaceId: command.team_id, userId: command.user_id }),
      ));
    }
    if (typed === 'verify') {
      await ack();
      const who = { workspaceId: command.team_id, actorId: command.user_id, now: clock.now() };
      const view = waitingView(await openList(db, who));
      return void (await client.views.open({ trigger_id: command.trigger_id, view }));
    }
    if (typed === 'looks' || typed.startsWith('looks ')) {
      await ack();
      const asks = { workspaceId: command.team_id, actorId: command.user_id, client };
      return void (await respond(
        await openLooks(db, { ...asks, typed: command.text.trim().slice(6), now: clock.now() }),
      ));
    }
    if (typed === 'voice' || typed === 'form') {
      await ack();
      const who = { workspaceId: command.team_id, memberId: command.user_id, now: clock.now() };
      return void (await respond(
        typed === 'voice' ? await openVoices(db, { ...who, page: 0 }) : await openFormLinks(db, who),
      ));
    }
    const asker = { workspaceId: command.team_id, memberId: command.user_id, now: clock.now() };
    if (typed === 'experiments') return ack(await openExperiments(db, asker));
    if (typed === 'lessons' || typed.startsWith('lessons ')) {
      return ack(await openLessons(db, { ...asker, words: command.text.trim().slice('lessons'.length).trim() }));
    }
    const [word = '', ...others] = command.text.trim().split(/\s+/);
    const isMeasured = ['metrics', 'impact'].includes(word.toLowerCase());
    if (isMeasured && others.join(' ').toLowerCase() !== 'help') {
      await ack();
      const who = { client, workspaceId: command.team_id, actorId: command.user_id, now: clock.now() };
      const asks = { ...who, typed: others.join(' ') };
      if (word.toLowerCase() === 'impact') return void (await respond(await openImpactMap(db, asks)));
      return void (await respond(
        await (asks.typed === '' ? openMetrics(db, { ...who, page: 0 }) : openMetric(db, asks)),
      ));
    }
    if (typed === 'setup') return ack({ text: SETUP });
    const isHelp = typed === '' || typed === 'help' || isMeasured;
    const unknown = !isHelp ? `There is no \`/throughline\` command of that name.\n` : '';
    return ack({ text: unknown + HELP });
  });
}
