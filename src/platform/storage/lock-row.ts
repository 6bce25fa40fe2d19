import { Prisma } from './client/client.ts';
import type { Transaction } from './database.ts';

const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether these words may be the id of a row. Asked of what comes back from Slack: with any others a query is an error. */
export function isRowId(words: string): boolean {
  return ROW_ID.test(words);
}

/**
 * Holds one row of a workspace until the transaction ends, so that what is done with it comes one after the other. What is
 * to be done is decided by what is read after that. False: there is no such row.
 */
export async function lockRow(
  transaction: Transaction,
  table: Prisma.ModelName,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<boolean> {
  if (!isRowId(id)) return false;
  const rows = await transaction.$queryRaw<unknown[]>`
    select 1 from ${Prisma.raw(`"${table}"`)} where id = ${id}::uuid and "workspaceId" = ${workspaceId}
       for no key update`;
  return rows.length > 0;
}

/**
 * The same of a member: whatever else holds them waits, and so does who changes their team or manager. At the beginning of
 * a transaction, and one member alone, so that no two wait for each other.
 */
export async function lockMember(
  transaction: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<void> {
  await transaction.$queryRaw`
    select 1 from "Member" where "workspaceId" = ${workspaceId} and id = ${memberId} for no key update`;
}
