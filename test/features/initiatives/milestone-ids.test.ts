import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../../../src/platform/storage/migrate.ts';
import { query } from '../../platform/storage/query.ts';
import { emptyDatabase } from '../../setup/fresh-database.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';

const migrations = join(import.meta.dirname, '../../../prisma/migrations');
const THIS = '20261122041623_milestone_ids';

it('milestones get ids, and what was reached is told of the one that it was, wherever it stands by now', async () => {
  const connectionString = await emptyDatabase();
  const folder = await temporaryFolder();
  const names = (await readdir(migrations)).filter((name) => name <= THIS).sort();
  for (const name of names.slice(0, -1)) await cp(join(migrations, name), join(folder, name), { recursive: true });
  await migrate({ connectionString, folder });
  await query(
    connectionString,
    `insert into "Workspace" (id, name, "botUserId", "installedAt") values ('T1', 'Little', 'UB', now());
     insert into "Member" ("workspaceId", id, kind, name, "timeZone") values ('T1', 'U1', 'person', 'ana', 'UTC');
     insert into "Initiative" (id, "workspaceId", name, "sharedOutcome", "openedById", "openedAt")
       values ('00000000-0000-4000-8000-000000000001', 'T1', 'i', 'o', 'U1', now());
     insert into "Milestone" ("initiativeId", position, name, "doneAt") values
       ('00000000-0000-4000-8000-000000000001', 0, 'put above', null),
       ('00000000-0000-4000-8000-000000000001', 1, 'pushed down', '2026-03-02T10:00:00.123Z'),
       ('00000000-0000-4000-8000-000000000001', 2, 'reworded', null);
     insert into "Move" (id, "workspaceId", kind, "initiativeId", position, "movedAt", "movedById") values
       (gen_random_uuid(), 'T1', 'milestone', '00000000-0000-4000-8000-000000000001', 0, '2026-03-02T10:00:00.123Z', 'U1'),
       (gen_random_uuid(), 'T1', 'milestone', '00000000-0000-4000-8000-000000000001', 2, '2026-03-03T10:00:00Z', 'U1'),
       (gen_random_uuid(), 'T1', 'milestone', '00000000-0000-4000-8000-000000000001', 9, '2026-03-04T10:00:00Z', 'U1'),
       (gen_random_uuid(), 'T1', 'opened', '00000000-0000-4000-8000-000000000001', null, '2026-03-01T10:00:00Z', 'U1');`,
  );
  await cp(join(migrations, THIS), join(folder, THIS), { recursive: true });
  expect(await migrate({ connectionString, folder })).toEqual([THIS]);
  const told = await query(
    connectionString,
    `select kind, name from "Move" left join "Milestone" on "Milestone".id = "milestoneId" order by "movedAt"`,
  );
  expect(told).toEqual([
    { kind: 'opened', name: null },
    { kind: 'milestone', name: 'pushed down' },
    { kind: 'milestone', name: 'reworded' },
    { kind: 'milestone', name: null },
  ]);
});
