import type { ModalView } from '@slack/types';
import { plainText, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Database } from '../../platform/storage/database.ts';
import { definitionForm } from './definition-form.ts';
import { definitionBlocks, definitionMessage, metricsMessage } from './definition-message.ts';
import { findMetricsInUse, findVersions, isRetired } from './definition-store.ts';
import { type Editor, identifyEditor } from './identify-editor.ts';

/** The metrics in use, by their names; definitions are everybody's to read. */
export async function openMetrics(
  db: Database,
  { workspaceId, page }: { workspaceId: string; page: number },
): Promise<Message> {
  const metrics = await findMetricsInUse(db, workspaceId);
  return metricsMessage(
    metrics.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    page,
  );
}

/** One metric by its key or, as it is written, by its name. */
export async function openMetric(db: Database, asks: Editor & { typed: string }): Promise<Message> {
  const { workspaceId, actorId, typed } = asks;
  const wanted = typed.trim().toLowerCase();
  const inUse = await findMetricsInUse(db, workspaceId);
  const key = inUse.find(({ name }) => name.toLowerCase() === wanted)?.key ?? wanted;
  const versions = await findVersions(db, workspaceId, key);
  if (versions.length === 0) {
    const list = await openMetrics(db, { workspaceId, page: 0 });
    const words = `There is no metric called "${escapeMrkdwn(typed.trim())}". These are in use:`;
    return { text: words, blocks: list.blocks.length === 0 ? [section(list.text)] : [section(words), ...list.blocks] };
  }
  const mayChange = await identifyEditor(db, asks);
  return definitionMessage({
    versions,
    isRetired: await isRetired(db, workspaceId, key),
    readerId: actorId,
    mayChange,
    names: namesOf(inUse),
  });
}

export type DefinitionFormOpened = { outcome: 'form'; form: ModalView } | { outcome: 'not-allowed' | 'no-metric' };

export async function openDefinitionForm(db: Database, asks: Editor & { key: string }): Promise<DefinitionFormOpened> {
  if (!(await identifyEditor(db, asks))) return { outcome: 'not-allowed' };
  const metrics = await findMetricsInUse(db, asks.workspaceId);
  const metric = metrics.find(({ key }) => key === asks.key);
  return metric ? { outcome: 'form', form: definitionForm(metric, metrics) } : { outcome: 'no-metric' };
}

/** A window with a definition, for those who come from a window. */
export async function openDefinitionView(
  db: Database,
  { workspaceId, actorId, key }: { workspaceId: string; actorId: string; key: string },
): Promise<ModalView> {
  const versions = await findVersions(db, workspaceId, key);
  const names = namesOf(await findMetricsInUse(db, workspaceId));
  const parts = { versions, isRetired: await isRetired(db, workspaceId, key), readerId: actorId, names };
  const blocks = definitionBlocks(parts);
  return { type: 'modal', title: plainText('Definition'), close: plainText('Back'), blocks };
}

function namesOf(metrics: readonly { key: string; name: string }[]): Map<string, string> {
  return new Map(metrics.map(({ key, name }) => [key, name]));
}
