import type { ViewOutput } from '@slack/bolt';
import type { Database } from '../../platform/storage/database.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { definitionFormErrors, readDefinitionForm } from './definition-form.ts';
import { findMetricsInUse, findVersions } from './definition-store.ts';
import { type Editor, identifyEditor } from './identify-editor.ts';
import type { Metric } from './metric.ts';
import { recordDefinition } from './record-definition.ts';

export type DefinitionSubmitted =
  | { outcome: 'defined'; before: Metric; now: Metric }
  | { outcome: 'refused'; errors: Record<string, string> }
  | { outcome: 'not-allowed' };

/** Makes a new version of what an administrator submitted, by them and with their reason. */
export async function submitDefinition(
  db: Database,
  submission: Editor & { view: Pick<ViewOutput, 'private_metadata' | 'state'> },
): Promise<DefinitionSubmitted> {
  const { workspaceId, actorId: byId, view, now: moment } = submission;
  if (!(await identifyEditor(db, submission))) return { outcome: 'not-allowed' };
  const answer = readDefinitionForm(view, await findMetricsInUse(db, workspaceId));
  if (!answer.ok) return { outcome: 'refused', errors: answer.errors };
  const { key, after, meaning, reason } = answer;
  if (meaning.dataOwnerId !== null) {
    const found = await identifyPeople(db, { workspaceId, references: [meaning.dataOwnerId] });
    if (found.get(meaning.dataOwnerId)?.status !== 'member') {
      return { outcome: 'refused', errors: definitionFormErrors('unknown-data-owner') };
    }
  }
  return db.$transaction(async (transaction): Promise<DefinitionSubmitted> => {
    const recorded = await recordDefinition(transaction, {
      workspaceId,
      key,
      meaning,
      byId,
      reason,
      now: moment,
      after,
    });
    if (recorded.outcome !== 'defined') {
      return { outcome: 'refused', errors: definitionFormErrors(recorded.outcome) };
    }
    const [now, before] = await findVersions(transaction, workspaceId, key);
    if (!now || !before) throw new Error(`A change of ${key} left fewer than two versions.`);
    return { outcome: 'defined', before: before.metric, now: now.metric };
  });
}
