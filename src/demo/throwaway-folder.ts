import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DataFolder {
  path: string;
  /** Takes it away if it is ours to take. */
  leave(): Promise<void>;
}

/** The folder that was asked for, or one that is gone afterwards. */
export async function chooseDataFolder(wanted: string | undefined): Promise<DataFolder> {
  if (wanted !== undefined) {
    const found = await readdir(wanted).catch(() => []);
    if (found.length > 0) {
      throw new Error(`${wanted} is not empty. The demo plays its quarter once: give it a new folder, or none.`);
    }
    return { path: wanted, leave: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'throughline-demo-'));
  // Where root starts the demo, PostgreSQL runs as somebody else, who has to get through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  return {
    path: join(folder, 'data'),
    leave: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
