import type { Content } from '@/lib/document/documents';
import { connect } from '../client';
import type { PrismaClient } from '../generated/client';
import { type PublishOptions, publishContent } from '../publish-content';
import type { PublishReport } from '../publish-report';
import { createTestDatabase } from './test-database';

/** The instant at which tests read, unless they say otherwise. */
export const NOW = new Date('2025-06-01T12:00:00Z');

export type TestStore = Readonly<{
  url: string;
  client: PrismaClient;
  publish: (content: Content, options?: Partial<PublishOptions>) => Promise<PublishReport>;
  close: () => Promise<void>;
}>;

/** Where `database()` keeps the client of all queries: files of tests that follow one another share the process. */
const kept: typeof globalThis & { prismDatabase?: PrismaClient } = globalThis;

/**
 * An empty, migrated database. The queries read the one that was opened first of those that are open: a
 * file that tests queries opens one, in `beforeAll`, and closes it.
 */
export async function openStore(): Promise<TestStore> {
  const url = await createTestDatabase();
  process.env.DATABASE_URL = url;
  const client = connect(url);
  const queries = kept.prismDatabase === undefined ? connect(url) : null;
  if (queries !== null) kept.prismDatabase = queries;
  return {
    url,
    client,
    publish: (content, options) =>
      publishContent(client, content, { dryRun: false, now: NOW, pushTo: [], ...options }),
    close: async () => {
      await client.$disconnect();
      if (queries === null) return;
      kept.prismDatabase = undefined;
      await queries.$disconnect();
    },
  };
}
