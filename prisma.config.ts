import { chmodSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';
import { embeddedUrl, needsDatabase } from './prisma/engine/embedded-url';

const root = path.dirname(fileURLToPath(import.meta.url));

// The engine comes from npm (prisma/engine), never from a download host; nothing phones home.
const engine = path.join(root, 'prisma', 'engine', 'schema-engine.mjs');
chmodSync(engine, 0o755);
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= engine;
process.env.CHECKPOINT_DISABLE = '1';
// The engine's first line asks for "node": let it be this one.
process.env.PATH = [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);

/** Stands where no command will connect; Prisma wants a URL all the same. */
const NOWHERE = 'postgresql://prism@127.0.0.1:1/prism';

async function databaseUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return needsDatabase(process.argv.slice(2)) ? embeddedUrl(root) : NOWHERE;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  datasource: { url: await databaseUrl() },
});
