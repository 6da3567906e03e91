import { siteCluster } from './cluster';
import { acquire } from './lease';
import { assertReachable } from './reachable';

/** The site's database, ready to be connected to. */
export type Database = Readonly<{
  url: string;
  /** Resolves when an embedded server died under us; never, for a server of the operator's. */
  lost: Promise<void>;
  /** Tells that we need it no more; the last user of an embedded server stops it. */
  release: () => Promise<void>;
}>;

/**
 * Opens the operator's database, or the embedded one where `databaseUrl` is null.
 * Throws PostgresProblem when there is no database to be had.
 */
export async function openDatabase(databaseUrl: string | null): Promise<Database> {
  if (databaseUrl === null) return acquire(siteCluster);
  await assertReachable(databaseUrl);
  return { url: databaseUrl, lost: new Promise(() => {}), release: async () => {} };
}
