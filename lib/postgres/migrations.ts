import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { orElse } from './problem';

/** How far a database is behind the migrations folder. */
export type MigrationState = Readonly<{
  /** Prisma has never migrated it. */
  fresh: boolean;
  /** Folders of migrations that are not applied, oldest first. */
  pending: readonly string[];
}>;

/** Reads the state without Prisma, which takes seconds to say that there is nothing to do. */
export async function migrationState(databaseUrl: string, folder: string): Promise<MigrationState> {
  const entries = await orElse([], ['ENOENT'], () => readdir(folder, { withFileTypes: true }));
  const all = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const applied = await appliedMigrations(databaseUrl);
  return {
    fresh: applied === null,
    pending: all.filter((name) => !applied?.has(name)),
  };
}

async function appliedMigrations(databaseUrl: string): Promise<ReadonlySet<string> | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const undefinedTable = '42P01';
    return await orElse(null, [undefinedTable], async () => {
      const { rows } = await client.query<{ name: string }>(
        'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      );
      return new Set(rows.map(({ name }) => name));
    });
  } finally {
    await client.end();
  }
}
