import type { Transaction } from '../../platform/storage/database.ts';
import { findMemberNames } from './name-store.ts';

/**
 * What members are called, for words that leave Slack or are no mention: of everybody, or of these. Who left is among them,
 * since what they did is still on record. Who was never a member is called by their id.
 */
export async function loadNames(
  db: Transaction,
  workspaceId: string,
  ids?: readonly string[],
): Promise<(memberId: string) => string> {
  const names = await findMemberNames(db, workspaceId, ids);
  return (memberId) => names.get(memberId) ?? memberId;
}
