import type { BlockAction, ButtonAction, Context, StaticSelectAction, UsersSelectAction } from '@slack/bolt';
import { z } from 'zod';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { LINEAGE_BUTTON, readLineageButton } from '../metrics/lineage-button.ts';
import { openDefinitionView } from '../metrics/open-metrics.ts';
import { DEFINITION_FROM_LINEAGE, LINEAGE_MENUS, type LineageAsked } from './lineage-view.ts';
import { openLineage } from './open-lineage.ts';

const lineageAsked = z.object({ memberId: z.string(), metricKey: z.string().nullable(), day: z.string().nullable() });

/** From any number that is shown back to every value behind it, in one window. */
export function registerObservations(app: Registrar, { db, clock }: SurfaceParts): void {
  app.action<BlockAction<ButtonAction>>(LINEAGE_BUTTON, async ({ action, body, ack, client, context }) => {
    await ack();
    const asked = { ...readLineageButton(action.value ?? ''), day: null };
    const view = await openLineage(db, { ...whoIs(context, body), asked });
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  pick(LINEAGE_MENUS.whose, (memberId) => ({ memberId, day: null }));
  pick(LINEAGE_MENUS.which, (metricKey) => ({ metricKey, day: null }));
  pick(LINEAGE_MENUS.when, (day) => ({ day }));

  app.action<BlockAction<ButtonAction>>(DEFINITION_FROM_LINEAGE, async ({ action, body, ack, client, context }) => {
    await ack();
    const view = await openDefinitionView(db, { ...whoIs(context, body), key: action.value ?? '' });
    await client.views.push({ trigger_id: body.trigger_id, view });
  });

  /** A menu above the window: what is picked there changes what the window shows. */
  function pick(name: string, change: (picked: string) => Partial<LineageAsked>): void {
    app.action<BlockAction<StaticSelectAction | UsersSelectAction>>(
      name,
      async ({ action, body, ack, client, context }) => {
        await ack();
        if (!body.view) return;
        const before = lineageAsked.parse(JSON.parse(body.view.private_metadata));
        const picked = action.type === 'users_select' ? action.selected_user : action.selected_option?.value;
        const asked = { ...before, ...change(picked ?? '') };
        const view = await openLineage(db, { ...whoIs(context, body), asked });
        await updateOpenView(client, body.view.id, view);
      },
    );
  }

  function whoIs(context: Context, { user }: BlockAction) {
    return { workspaceId: workspaceOf(context), actorId: user.id, now: clock.now() };
  }
}
