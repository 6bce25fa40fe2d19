import type { Prisma } from '../../../src/platform/storage/client/client.ts';
import type { Database } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';

const NOW = new Date('2026-03-26T09:00:00Z');

export interface LittleRecord {
  db: Database;
  /** Puts a value on record: of Ana's time to first reply on 26 March, unless said otherwise. Answers its id. */
  add(value: Partial<Prisma.ObservationUncheckedCreateInput>): Promise<string>;
}

/** A workspace T1 with Ana (U1) and Bo (U2) in a role with two metrics; and a workspace T2 with Eve (U9). */
export async function littleRecord(): Promise<LittleRecord> {
  const { db } = await freshDatabase();
  for (const id of ['T1', 'T2']) {
    await db.workspace.create({ data: { id, name: id, botUserId: 'UBOT', installedAt: NOW } });
  }
  await db.role.create({ data: { workspaceId: 'T1', key: 'support', name: 'Support' } });
  const person = { kind: 'person', timeZone: 'Europe/Berlin' } as const;
  await db.member.createMany({
    data: [
      { ...person, workspaceId: 'T1', id: 'U1', name: 'ana', email: 'ana@example.com', roleKey: 'support' },
      { ...person, workspaceId: 'T1', id: 'U2', name: 'bo', email: 'bo@example.com', roleKey: 'support' },
      { ...person, workspaceId: 'T1', id: 'UBOT', name: 'bot', kind: 'bot' },
      { ...person, workspaceId: 'T2', id: 'U9', name: 'eve', email: 'eve@example.com' },
    ],
  });
  await addMetric(db, 'first_reply_hours', { unit: 'hours', dimensions: ['tier'], dataOwnerId: 'U2' });
  await addMetric(db, 'reopened', { unit: 'tickets', aggregation: 'sum' });
  return {
    db,
    async add(value) {
      const row = {
        workspaceId: 'T1',
        memberId: 'U1',
        metricKey: 'first_reply_hours',
        definitionVersion: 1,
        periodOn: new Date('2026-03-26T00:00:00Z'),
        source: 'progress',
        recordedById: 'U1',
        recordedAt: NOW,
        ...value,
      };
      return (await db.observation.create({ data: row })).id;
    },
  };
}

async function addMetric(
  db: Database,
  key: string,
  definition: Partial<Prisma.MetricDefinitionUncheckedCreateInput>,
): Promise<void> {
  const name = { workspaceId: 'T1', metricKey: key };
  await db.metric.create({ data: { workspaceId: 'T1', key } });
  await db.metricDefinition.create({
    data: {
      ...name,
      version: 1,
      name: key,
      meaning: key,
      unit: '',
      direction: 'lower',
      timing: 'leading',
      source: 'Help desk',
      definedAt: NOW,
      ...definition,
    },
  });
  await db.roleMetric.create({ data: { ...name, roleKey: 'support', position: 0 } });
}
