import type { PictureFiles } from '../../platform/slack/gallery.ts';
import type { Database } from '../../platform/storage/database.ts';
import type { Clock } from '../../platform/time/clock.ts';

/** Which pictures Slack has of us, so that the same one is never sent twice, by whichever copy. */
export function pictureFiles(db: Database, workspaceId: string, clock: Clock): PictureFiles {
  return {
    async find(hashes) {
      const rows = await db.uploadedPicture.findMany({ where: { workspaceId, hash: { in: hashes } } });
      return new Map(rows.map(({ hash, fileId }) => [hash, fileId]));
    },
    async keep(hash, fileId) {
      const row = { workspaceId, hash, fileId, uploadedAt: clock.now() };
      await db.uploadedPicture.createMany({ data: [row], skipDuplicates: true });
    },
    async forget(hashes) {
      await db.uploadedPicture.deleteMany({ where: { workspaceId, hash: { in: hashes } } });
    },
  };
}
