import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cluster } from '@/lib/postgres/cluster';
import { stopServer } from '@/lib/postgres/postmaster';

/** What makes a checkout start, without the paper: no pages, no content, no migrations. */
const PARTS = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'prisma.config.ts'],
  ...['lib/postgres', 'lib/site', 'prisma/engine', 'prisma/watch-content.ts', 'scripts'],
];

const SCHEMA = `generator client {
  provider     = "prisma-client"
  output       = "../lib/store/generated"
}

datasource db {
  provider = "postgresql"
}

model Story {
  id       Int    @id @default(autoincrement())
  headline String
}
`;

/** Stands in for Next.js: makes a build at once, and serves the stand-in for the site. */
const NEXT = `const { mkdirSync, writeFileSync } = require('node:fs');
if (process.argv[2] === 'build') {
  mkdirSync('.next', { recursive: true });
  writeFileSync('.next/BUILD_ID', 'one');
} else {
  import('../../../../site.mjs');
}
`;

/** Stands in for the site: answers at once. */
const SITE = `import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/die') process.exit(7);
  response.end(process.env.DATABASE_URL);
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(143));
`;

const SEED = `import { readFileSync } from 'node:fs';
import { withDatabase } from '@/lib/postgres/with-database';
const paper = readFileSync('content/paper.txt', 'utf8').trim();
if (paper === 'mistake') throw new Error('headline is missing');
await withDatabase(async () => console.log(paper));
`;

/** A checkout of its own in a temporary folder, with stand-ins for Next.js, delivery and the paper. */
export type CheckoutCopy = Readonly<{
  folder: string;
  cluster: Cluster;
  write: (file: string, text: string) => Promise<void>;
  /** Stops its database and removes it. */
  remove: () => Promise<void>;
}>;

export async function copyCheckout(): Promise<CheckoutCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prism-checkout-'));
  const write = async (file: string, text: string) => {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  };
  for (const part of PARTS) await cp(part, path.join(folder, part), { recursive: true });
  await linkPackages(path.join(folder, 'node_modules'));
  await write('node_modules/next/dist/bin/next', NEXT);
  await write('delivery/main.ts', "import '../site.mjs';\n");
  await write('site.mjs', SITE);
  await write('prisma/schema.prisma', SCHEMA);
  await write('prisma/seed.ts', SEED);
  await write('content/paper.txt', 'three stories\n');
  const cluster = { directory: path.join(folder, '.data', 'postgres'), durable: true };
  return {
    folder,
    cluster,
    write,
    remove: async () => {
      await stopServer(cluster);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every package but Next.js, as links into the real node_modules. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of await readdir('node_modules')) {
    if (name === 'next' || name === '.cache') continue;
    await symlink(path.resolve('node_modules', name), path.join(folder, name));
  }
}
