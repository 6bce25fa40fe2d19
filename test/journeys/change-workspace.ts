import { readFileSync } from 'node:fs';
import { applyWorkspaceFile } from '../../src/features/workspaces/apply-workspace-file.ts';
import type { LittleCompany } from './little-company.ts';

const workspaceFile = readFileSync(new URL('throughline.yaml', import.meta.url), 'utf8');

/** Puts the little company's file in force with passages of it replaced; the last one may be added to its cadences. */
export async function changeWorkspace(
  { db, slack, service, clock }: LittleCompany,
  replaced: { [passage: string]: string },
): Promise<void> {
  let text = workspaceFile;
  for (const [passage, instead] of Object.entries(replaced)) {
    if (!text.includes(passage)) throw new Error(`the file does not say "${passage}"`);
    text = text.replace(passage, instead);
  }
  const channel = slack.as('maya').reads('support')[0]?.channel;
  const applied = await applyWorkspaceFile(db, {
    workspaceId: service.workspaceId,
    text,
    findChannel: async () =>
      channel ?? (await db.team.findFirst({ where: { channelId: { not: null } } }))?.channelId ?? undefined,
    now: clock.now(),
    dryRun: false,
  });
  if (applied.outcome === 'refused') throw new Error(JSON.stringify(applied));
}
