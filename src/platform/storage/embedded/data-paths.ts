import { join } from 'node:path';

/** Where things are in the data folder. */
export type DataPaths = {
  /** Holds the rest, and belongs to the user PostgreSQL runs as. */
  home: string;
  password: string;
  /** What PostgreSQL calls its data directory. */
  cluster: string;
  /** Changes every second while a server runs here; see postgres-guardian.ts. */
  heartbeat: string;
};

export function dataPaths(dataDir: string): DataPaths {
  const home = join(dataDir, 'postgres');
  return {
    home,
    password: join(home, 'password'),
    cluster: join(home, 'cluster'),
    heartbeat: join(home, 'heartbeat'),
  };
}
