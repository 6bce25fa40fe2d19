import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { startsWith } from '../../platform/slack/starts-with.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { loadOwnRecord } from './load-own-record.ts';
import { openOwnCopy } from './open-own-copy.ts';
import { RECORD_BUTTON } from './own-record-button.ts';
import { ownRecordView } from './own-record-view.ts';

export const reviewSubcommands: Subcommand[] = [
  {
    word: 'export',
    does: 'sends you a copy of what you may read about yourself, as files for a spreadsheet: feedback, wins, words of customers.',
    example: '/throughline export',
    topic: 'record',
    meantBy: ['copy', 'data', 'download'],
    answer: (db, { userId: memberId, ...asked }) => openOwnCopy(db, { ...asked, memberId }),
  },
];

export function registerReviews(app: Registrar, { db, clock }: SurfaceParts): void {
  app.action<BlockAction<ButtonAction>>(startsWith(RECORD_BUTTON), async (args) => {
    const { action, body, ack, client, context } = args;
    await ack();
    const who = { workspaceId: workspaceOf(context), memberId: body.user.id };
    const view = ownRecordView(await loadOwnRecord(db, { ...who, now: clock.now() }), Number(action.value));
    if (body.view?.type === 'modal') await updateOpenView(client, body.view.id, view);
    else await client.views.open({ trigger_id: body.trigger_id, view });
  });
}
