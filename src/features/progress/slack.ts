import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { loadProgress, type Progress } from './load-progress.ts';
import { progressMessages } from './progress-message.ts';
import { readProgressRequest } from './progress-request.ts';

const PROGRESS_HELP = [
  '*`/progress`* shows the people who report to you; if nobody does, your own.',
  '*`/progress @name`* shows one person, if it is you or somebody below you; otherwise what your part allows: a partner who signed, a data owner, a sponsor.',
  '*`/progress team name`* shows those of a team who are below you.',
].join('\n');

export function registerProgress(app: Registrar, { db, clock }: SurfaceParts): void {
  app.command('/progress', async ({ command, ack, respond }) => {
    const request = readProgressRequest(command.text);
    if (request.asks === 'help') return ack({ text: PROGRESS_HELP });
    const who = { workspaceId: command.team_id, actorId: command.user_id };
    const progress = await loadProgress(db, { ...who, request, now: clock.now() });
    if (progress.outcome !== 'shown') return ack({ text: instead(progress) });
    const [first, ...others] = progressMessages(progress);
    await ack(first);
    for (const page of others) await respond({ ...page, response_type: 'ephemeral', replace_original: false });
  });
}

/** Never only a no: what they can do instead. */
function instead(progress: Exclude<Progress, { outcome: 'shown' }>): string {
  switch (progress.outcome) {
    case 'not-allowed':
      return `What ${escapeMrkdwn(progress.whom)} reports is seen by themselves and the managers above them, and in part by the partners who signed their plan, data owners and executive sponsors. You can see your own with \`/progress\`, or ask them.`;
    case 'unknown-team': {
      const known = progress.teams.length > 0 ? ` The teams are: ${progress.teams.join(', ')}.` : '';
      return escapeMrkdwn(`There is no team called "${progress.name}".${known} For one person write /progress @name.`);
    }
    case 'unknown-member':
      return 'That is nobody whose progress is kept. Bots and people who left have none; pick the name from the list that Slack offers after `@`.';
  }
}
