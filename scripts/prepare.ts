import path from 'node:path';
import { migrationState } from '@/lib/postgres/migrations';
import { hashFiles } from './hash-files';
import { type CommandOptions, runNode } from './run-command';
import { runPrisma } from './run-prisma';
import { makeIfStale } from './stamps';

const UP_TO_DATE = 'up to date';

/** Everything the built site is made from. */
const SITE_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
  'prisma/schema.prisma',
];

/** Makes the Prisma client when its schema has changed. Answers what became of it, as all below. */
export async function generateClient(signal?: AbortSignal): Promise<string> {
  const sources = await hashFiles(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const made = await makeIfStale('lib/store/generated', sources, () =>
    runPrisma(['generate'], { signal }),
  );
  return made ? 'generated' : UP_TO_DATE;
}

/** Applies the migrations that the database lacks. */
export async function migrate(url: string, signal?: AbortSignal): Promise<string> {
  const { pending } = await migrationState(url, path.join('prisma', 'migrations'));
  if (pending.length === 0) return UP_TO_DATE;
  await runPrisma(['migrate', 'deploy'], { env: { DATABASE_URL: url }, signal });
  return `${pending.length} applied`;
}

/** Publishes the content files. Answers the seed's last line. Throws CommandFailed with its words. */
export async function seed(options: CommandOptions, args: readonly string[] = []): Promise<string> {
  const printed = await runNode(['--import', 'tsx', 'prisma/seed.ts', ...args], options);
  return printed.trim().split('\n').at(-1) ?? '';
}

/** Builds the site when its sources have changed. */
export async function build({ env, signal }: CommandOptions): Promise<string> {
  const isSource = (file: string) => !/\.test\.tsx?$|lib\/store\/generated\//.test(file);
  const sources = await hashFiles(SITE_SOURCES, isSource);
  const made = await makeIfStale('.next/BUILD_ID', sources, async () => {
    await runNode(['node_modules/next/dist/bin/next', 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      signal,
    });
  });
  return made ? 'built' : UP_TO_DATE;
}
