import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { connect } from '@/lib/postgres/databases';
import { runNode } from '@/scripts/run-command';
import type { Figure } from '../figure';
import type { Stage } from '../stage';
import { writeSyntheticPaper } from '../synthetic';

/** Megabytes of V8's old generation: more than a run needs, and less than it would let garbage fill. */
const HEAP = 128;
/** Stories of some 500 words; BENCH_STORIES for fewer. */
const STORIES = Number(process.env.BENCH_STORIES ?? 10_000);
const FILES_AT_ONCE = 32;

type Took = Readonly<{ reading: number; publishing: number; megabytes: number }>;

/** What publishing costs beside what nobody can do without: parsing, copying rows, reading files. */
export async function measurePublish(stage: Stage): Promise<readonly Figure[]> {
  const folder = path.join(stage.folder, 'synthetic');
  const files = await writeSyntheticPaper(folder, STORIES);
  const url = await stage.database('synthetic');
  const first = await seed(url, folder);
  const again = await seed(url, folder);
  const copied = await timeCopy(url, await stage.database('copied'), stage.folder);
  const few = await seedFew(stage);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const parsed = timeParse(texts);
  const hashed = await timeHash(files);
  const ratio = (id: string, title: string, ours: number, theirs: number): Figure => ({
    ...{ id, title, value: ours / theirs, unit: '' },
    detail: `${seconds(ours)} ÷ ${seconds(theirs)}; ${STORIES} stories of some 500 words`,
  });
  return [
    ratio(
      'publish/copy',
      'First seed: time in the database ÷ COPY of the same rows into the same indexes',
      first.publishing,
      copied,
    ),
    ratio(
      'publish/parse',
      'First seed: time outside the database ÷ remark parsing the same syntax',
      first.reading,
      parsed,
    ),
    ratio(
      'publish again/hash',
      'Second seed, nothing changed ÷ reading and hashing the files',
      again.reading,
      hashed,
    ),
    {
      ...{ id: 'publish memory', title: `Memory of the first seed: ${STORIES} ÷ ${FEW} stories` },
      ...{ value: first.megabytes / few.megabytes, unit: '' },
      detail: `${first.megabytes} MB ÷ ${few.megabytes} MB at the highest, with a heap of ${HEAP} MB; ${again.megabytes} MB the second time`,
    },
  ];
}

/** The same kind of stories, a tenth of them: what memory does not grow with is not the paper. */
const FEW = Math.ceil(STORIES / 10);

async function seedFew(stage: Stage): Promise<Took> {
  const folder = path.join(stage.folder, 'few');
  await writeSyntheticPaper(folder, FEW);
  return seed(await stage.database('few'), folder);
}

async function seed(databaseUrl: string, folder: string): Promise<Took> {
  const env = {
    ...{ DATABASE_URL: databaseUrl, CONTENT_DIR: folder },
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  };
  const printed = await runNode(['--import', 'tsx', 'prisma/seed.ts', '--json'], { env });
  const { took } = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as { took: Took };
  return took;
}

/** All that publishing a story writes, parents first. */
const TABLES = [
  ...['section', 'tag', 'author', 'media', 'article', 'article_tag', 'article_tree'],
  ...['article_author', 'source', 'revision', 'content_file'],
  ...['list_month', 'list_total', 'word', 'lexeme'],
];

/** Milliseconds to copy the rows of one database into the empty tables of another, by the server alone. */
export async function timeCopy(from: string, into: string, folder: string): Promise<number> {
  const place = path.join(folder, 'copies');
  await mkdir(place, { recursive: true });
  // The server writes as its own user.
  await chmod(folder, 0o755);
  await chmod(place, 0o777);
  const [source, target] = [await connect(from), await connect(into)];
  try {
    const columns = new Map<string, string>();
    for (const table of TABLES) {
      const { rows } = await source.query<{ names: string }>(
        `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      );
      columns.set(table, rows[0]?.names ?? '');
      await source.query(
        `COPY ${table} (${columns.get(table)}) TO '${path.join(place, table)}' (FORMAT binary)`,
      );
    }
    // What triggers write is copied like all else.
    await target.query("SET session_replication_role = 'replica'");
    const began = performance.now();
    await target.query('BEGIN');
    for (const table of TABLES) {
      await target.query(
        `COPY ${table} (${columns.get(table)}) FROM '${path.join(place, table)}' (FORMAT binary)`,
      );
    }
    await target.query('COMMIT');
    return performance.now() - began;
  } finally {
    await source.end();
    await target.end();
  }
}

function timeParse(texts: readonly string[]): number {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
  const began = performance.now();
  for (const text of texts) parser.parse(text);
  return performance.now() - began;
}

async function timeHash(files: readonly string[]): Promise<number> {
  const began = performance.now();
  const queue = files.values();
  const work = async () => {
    for (const file of queue)
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return performance.now() - began;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toPrecision(3)} s`;
}
