import type { Database, Transaction } from '../../platform/storage/database.ts';
import { type Editor, identifyEditor } from './identify-editor.ts';
import { type ImpactRow, MOST_IMPACT_ROWS } from './impact-map.ts';
import { findRoleMap, holdRole } from './impact-map-store.ts';
import { recordImpactMap } from './record-impact-map.ts';

/** What somebody does to one row of a role's map. */
export type RowChange =
  | { act: 'add'; row: ImpactRow }
  /** `activity`: what the row said when it was opened. */
  | { act: 'change'; position: number; activity: string; row: ImpactRow }
  | { act: 'up' | 'remove'; position: number };

export type RowSubmitted = { outcome: 'saved' | 'not-allowed' | 'changed-meanwhile' | 'too-many' | 'no-role' };

/** Changes one row of a map, if whoever asks may. */
export async function submitImpactRow(
  db: Database,
  submission: Editor & { roleKey: string; change: RowChange },
): Promise<RowSubmitted> {
  if (!(await identifyEditor(db, submission))) return { outcome: 'not-allowed' };
  return db.$transaction((transaction) => save(transaction, submission));
}

async function save(
  transaction: Transaction,
  { workspaceId, roleKey, change }: Editor & { roleKey: string; change: RowChange },
): Promise<RowSubmitted> {
  await holdRole(transaction, workspaceId, roleKey);
  const map = await findRoleMap(transaction, workspaceId, roleKey);
  if (!map) return { outcome: 'no-role' };
  const rows = changed(map.rows, change);
  if (!rows) return { outcome: 'changed-meanwhile' };
  if (rows.length > MOST_IMPACT_ROWS) return { outcome: 'too-many' };
  await recordImpactMap(transaction, { workspaceId, roleKey, rows });
  return { outcome: 'saved' };
}

/** Undefined where the row is not there any more, or is another one now. */
function changed(rows: ImpactRow[], change: RowChange): ImpactRow[] | undefined {
  if (change.act === 'add') return [...rows, change.row];
  const row = rows[change.position];
  if (!row) return undefined;
  switch (change.act) {
    case 'change':
      return row.activity === change.activity ? rows.with(change.position, change.row) : undefined;
    case 'remove':
      return rows.toSpliced(change.position, 1);
    case 'up': {
      const above = rows[change.position - 1];
      return above ? rows.toSpliced(change.position - 1, 2, row, above) : rows;
    }
  }
}
