import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Postgres data directory of the project's own. */
export type Cluster = Readonly<{
  /** The data directory, absolute. */
  directory: string;
  /** False where losing everything in a power cut does no harm: tests. */
  durable: boolean;
}>;

/** Role that owns everything in an embedded cluster. */
export const ROLE = 'prism';
/** Database of the site. */
export const DATABASE = 'prism';
/** Database every cluster has: leases and administration go there. */
export const MAINTENANCE = 'postgres';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const siteCluster: Cluster = {
  directory: path.join(ROOT, '.data', 'postgres'),
  durable: true,
};

export const testCluster: Cluster = {
  directory: path.join(ROOT, '.data', 'test-postgres'),
  durable: false,
};

/** The cluster's path as one says it to people: from the checkout when it lies inside. */
export function named({ directory }: Cluster): string {
  const relative = path.relative(ROOT, directory);
  return relative.startsWith('..') ? directory : relative;
}
