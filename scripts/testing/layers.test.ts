import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations, type Violation } from './layers';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: ReadonlyArray<{ name: string }>;
};

/** One forbidden import for each rule: [rule, file that imports, what it imports]. */
const planted: ReadonlyArray<readonly [rule: string, from: string, to: string]> = [
  ['app imports only what lies below it', 'app/page.ts', 'lib/store/rows'],
  ['components imports only what lies below it', 'components/a.ts', 'lib/store/rows'],
  ['lib/syndication imports only what lies below it', 'lib/syndication/a.ts', 'lib/store/rows'],
  ['lib/page-models imports only what lies below it', 'lib/page-models/a.ts', 'components/b'],
  ['lib/store imports only what lies below it', 'lib/store/a.ts', 'lib/page-models/b'],
  ['lib/document imports only what lies below it', 'lib/document/a.ts', 'lib/store/rows'],
  ['lib/postgres imports only what lies below it', 'lib/postgres/a.ts', 'lib/store/rows'],
  ['lib/site imports only what lies below it', 'lib/site/a.ts', 'lib/text/b'],
  ['lib/text imports only what lies below it', 'lib/text/a.ts', 'lib/document/b'],
  ['prisma imports only what lies below it', 'prisma/seed.ts', 'lib/page-models/b'],
  ['scripts imports only what lies below it', 'scripts/a.ts', 'components/b'],
  ['delivery imports only what lies below it', 'delivery/a.ts', 'lib/store/rows'],
  ['outbox imports only what lies below it', 'outbox/a.ts', 'lib/page-models/b'],
  ['e2e imports only what lies below it', 'e2e/a.ts', 'lib/store/rows'],
  ['bench imports only what lies below it', 'bench/a.ts', 'lib/text/b'],
  ['components take only types from page models', 'components/c.ts', 'lib/page-models/b'],
  ['page models take only types from documents', 'lib/page-models/c.ts', 'lib/document/b'],
  ['only the store knows the generated client', 'scripts/c.ts', 'lib/store/generated/client'],
  [
    'only the store, the server’s life and delivery’s ear touch Prisma or pg',
    'delivery/c.ts',
    'pg',
  ],
  ['no cycles', 'lib/text/circle.ts', 'lib/text/round'],
];

/** Modules that the planted imports name. */
const targets = [
  ...['lib/store/rows', 'lib/page-models/b', 'components/b', 'lib/text/b', 'lib/document/b'],
  'lib/store/generated/client',
];

let folder: string;
let found: readonly Violation[];

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prism-layers-'));
  await copyFile('tsconfig.json', path.join(folder, 'tsconfig.json'));
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  for (const target of targets) await write(`${target}.ts`, 'export const value = 1;\n');
  await write('lib/text/round.ts', "import './circle';\nexport const value = 1;\n");
  await write('components/types.ts', "export type { value } from '@/lib/page-models/b';\n");
  for (const [, from, to] of planted) {
    const specifier = to.includes('/') ? `@/${to}` : to;
    await write(from, `import { value } from '${specifier}';\nconsole.log(value);\n`);
  }
  found = await findViolations(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the layers', () => {
  test('have a planted import for every rule', () => {
    const rules = new Set(planted.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !rules.has(name))).toEqual([]);
  });

  test.each(planted)('%s: the import in %s is refused', (rule, from) => {
    expect(found).toContainEqual(expect.objectContaining({ rule, from }));
  });

  test('let components take types from page models', () => {
    expect(found.filter(({ from }) => from === 'components/types.ts')).toEqual([]);
  });

  test('are not called clean when nothing was looked at', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'prism-layers-'));
    await copyFile('tsconfig.json', path.join(empty, 'tsconfig.json'));
    await writeFile(path.join(empty, 'outside.ts'), 'export {};\n');
    await mkdir(path.join(empty, 'lib'));
    await expect(findViolations(empty)).rejects.toThrow('0 modules');
    await rm(empty, { recursive: true });
  });
});
