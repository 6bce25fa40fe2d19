import type { MigrationFile } from './migration-files.ts';

/** A row of `_prisma_migrations` that was not rolled back. */
export type RecordedMigration = { name: string; checksum: string; finished: boolean };

export type MigrationStatus = {
  applied: string[];
  pending: string[];
  /** Each a sentence that says what is wrong and what to do. While there is one, nothing is migrated. */
  problems: string[];
};

/** Compares the migrations of this version with those the database went through. */
export function compareMigrations(files: MigrationFile[], recorded: RecordedMigration[]): MigrationStatus {
  const byName = new Map(files.map((file) => [file.name, file]));
  const seen = new Set(recorded.map((row) => row.name));
  return {
    applied: recorded.filter((row) => row.finished).map((row) => row.name),
    pending: files.filter((file) => !seen.has(file.name)).map((file) => file.name),
    problems: recorded.flatMap((row) => describeProblem(row, byName.get(row.name)) ?? []),
  };
}

function describeProblem(row: RecordedMigration, file: MigrationFile | undefined): string | undefined {
  if (!file) {
    return (
      `The database went through migration ${row.name}, which this version does not have: ` +
      'it belongs to a newer version or to another application. ' +
      'Start the newer version, restore a backup made before it, or correct DATABASE_URL.'
    );
  }
  if (!row.finished) {
    return (
      `Migration ${row.name} failed half way. Look at the column "logs" in "_prisma_migrations", undo by hand what it ` +
      `left behind, then run: npx prisma migrate resolve --rolled-back ${row.name}`
    );
  }
  if (row.checksum !== file.checksum && row.checksum !== file.otherChecksum) {
    return (
      `Migration ${row.name} was edited after it was applied to this database. ` +
      'Bring back the original file and put the change into a new migration.'
    );
  }
  return undefined;
}
