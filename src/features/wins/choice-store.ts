import type { Transaction } from '../../platform/storage/database.ts';

/**
 * The clients of wins that stand, by their latest spelling, each once: of all that may be shared, and of those in which
 * one of these members had a part. Latest first.
 */
export async function findClientNames(
  db: Transaction,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: string[] },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ client: string }[]>`
    select client from (
      select distinct on (win."clientKey") win.client, win."wonOn"
        from "Win" win
       where win."workspaceId" = ${workspaceId} and win."withdrawnAt" is null
         and (win."isShareable" or exists (
           select from "WinContributor" c
            where c."winId" = win.id and c."memberId" = any (${memberIds}) and c."partState" <> 'declined'))
       order by win."clientKey", win."wonOn" desc, win.id desc
    ) clients order by "wonOn" desc, client`;
  return rows.map(({ client }) => client);
}
