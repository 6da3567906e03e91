import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const everywhere = ['**/*.test.ts', '**/*.test.tsx'];
/** What needs a real Postgres. */
const store = [
  'lib/store/**/*.test.ts',
  '{lib,outbox,scripts}/**/*.store.test.ts',
  'prisma/*.test.ts',
];
/** What starts processes and servers. */
const platform = [
  'lib/postgres/**/*.test.ts',
  'prisma/engine/**/*.test.ts',
  'scripts/**/*.test.ts',
  'delivery/{delivery,renderer/supervise}.test.ts',
];
/** What breaks a whole site: runs after the build, one file at a time. */
const operator = ['e2e/operator/*.test.ts'];
const elsewhere = ['**/node_modules/**', '.next/**', '.data/**'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // The platform tests wait for other programs most of the time.
    maxWorkers: Math.max(3, availableParallelism()),
    // Where nothing stays behind, files share a process: to load everything anew takes longer than the tests.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          // Some start servers of their own; a busy machine is no fault of theirs.
          testTimeout: 60_000,
          include: everywhere,
          exclude: [...elsewhere, ...store, ...platform, ...operator],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          isolate: false,
          include: store,
          exclude: elsewhere,
          globalSetup: 'scripts/testing/template-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'platform',
          include: platform,
          exclude: [...elsewhere, ...store],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'operator',
          include: operator,
          exclude: elsewhere,
          globalSetup: 'scripts/testing/published-database.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
