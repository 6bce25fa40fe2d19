import type { WebClient } from '@slack/web-api';
import { findSharedFile } from '../../platform/slack/download-file.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { type FileReading, looksLikeTable } from './file-reading.ts';
import { type FileRecorded, recordObservationFile } from './record-observation-file.ts';

export interface DroppedFile extends FileReading {
  client: Pick<WebClient, 'files' | 'users' | 'token'>;
  workspaceId: string;
  /** Who dropped it, or pressed a button below it. */
  userId: string;
  /** Only says what would become of its rows. */
  isDryRun: boolean;
  now: Date;
}

export type DroppedFileRead =
  | ({ name: string } & FileRecorded)
  | { outcome: 'not-a-table' | 'not-allowed' | 'too-large' | 'not-handed-over'; name: string }
  /** It was deleted meanwhile, or is somebody else's. */
  | { outcome: 'gone' };

const MOST_BYTES = 50_000_000;
const MOST_PROBLEMS = 200;

/** Reads a CSV file that an administrator or a data owner dropped on the bot; keeps its values unless it is a dry run. */
export async function openDroppedFile(db: Database, dropped: DroppedFile): Promise<DroppedFileRead> {
  const { client, workspaceId, userId, isDryRun, now } = dropped;
  const file = await findSharedFile(client, dropped.fileId);
  if (file?.userId !== userId) return { outcome: 'gone' };
  const { name } = file;
  if (!looksLikeTable(name)) return { outcome: 'not-a-table', name };
  const isAdministrator = await identifyAdministrator(client, userId);
  const standing = await loadStanding(db, { workspaceId, actorId: userId, now, isAdministrator });
  const maySendAll = may(standing, 'edit-configuration', { memberId: null });
  if (!maySendAll && standing.owns.size === 0) return { outcome: 'not-allowed', name };
  if (file.sizeBytes > MOST_BYTES) return { outcome: 'too-large', name };
  const bytes = await file.open();
  if (!bytes) return { outcome: 'not-handed-over', name };
  const read = await recordObservationFile(db, {
    workspaceId,
    source: 'file',
    recordedById: userId,
    bytes,
    maySend: ({ key: metricKey }) => maySendAll || may(standing, 'report', { memberId: null, metricKey }),
    ...(dropped.decimalMark && { decimalMark: dropped.decimalMark }),
    ...(dropped.encoding && { encoding: dropped.encoding }),
    isPartial: dropped.isPartial === true,
    isDryRun,
    mostProblems: MOST_PROBLEMS,
    now,
  });
  return { ...read, name };
}
