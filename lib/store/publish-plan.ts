import type { ArticleDocument } from '@/lib/document/documents';
import type { Series } from '@/lib/document/shelf';
import type { Database } from './client';
import { Prisma } from './generated/client';
import { PublishRefused, type Refusal } from './publish-report';
import { uuid7 } from './uuid7';

/**
 * What publishing has to do, in a table of the transaction: memory does not grow with the paper.
 *
 *   number    of the document, from 0; of stories whose files are gone, after those
 *   told      who the story is, as its file says
 *   story     who it is
 *   step      'create', 'change', 'same' or 'withdraw'
 *   old_slug, old_file   as stored
 *   reuses    whether it may take the slug of another
 */
export type Step = 'create' | 'change' | 'same' | 'withdraw';

/** A story of the plan. */
export type PlannedArticle = Readonly<{
  number: number;
  id: string;
  step: Step;
  slug: string;
  file: string;
  told: string | null;
  oldSlug: string | null;
  oldFile: string | null;
}>;

/** A story to be written under its id. */
export type WrittenArticle = Readonly<{
  id: string;
  isNew: boolean;
  /** The slug it loses, if any. */
  from: string | null;
  document: ArticleDocument;
}>;

/** Keeps a statement's parameter, one JSON text, and its answer below a megabyte. */
const ROWS_PER_STATEMENT = 1_000;

/**
 * Compares the documents with what is stored. Throws PublishRefused where a file would take an address that
 * is not its own.
 */
export async function planArticles(
  db: Database,
  documents: Series<ArticleDocument>,
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    CREATE TEMPORARY TABLE plan (
      number integer PRIMARY KEY, told uuid, story uuid, step text,
      slug text NOT NULL, aliases text[] NOT NULL, hash text NOT NULL, file text NOT NULL,
      reuses boolean NOT NULL, old_slug text, old_file text
    ) ON COMMIT DROP`;
  await enter(db, documents);
  await db.$executeRaw`CREATE INDEX ON plan (story)`;
  await db.$executeRaw`ANALYZE plan`;
  await identify(db);
  await refuseTaking(db);
  await decide(db, now);
}

async function enter(db: Database, documents: Series<ArticleDocument>): Promise<void> {
  let rows: object[] = [];
  const write = async () => {
    await db.$executeRaw`
      INSERT INTO plan (number, told, slug, aliases, hash, file, reuses)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given
        (number integer, told uuid, slug text, aliases text[], hash text, file text, reuses boolean)`;
    rows = [];
  };
  let number = 0;
  for (const document of documents) {
    const { id: told, slug, aliases, contentHash: hash, file, reusesAddress: reuses } = document;
    rows.push({ number, told, slug, aliases, hash, file, reuses });
    number += 1;
    if (rows.length === ROWS_PER_STATEMENT) await write();
  }
  if (rows.length > 0) await write();
}

/**
 * Which stored story each document is: the one of its id; else the one of its slug; else one that
 * had or has the slug of one of its aliases, or had its slug, and is in no other file. No story is
 * two documents'.
 */
async function identify(db: Database): Promise<void> {
  await db.$executeRaw`
    UPDATE plan SET story = article.id FROM article WHERE article.id = plan.told`;
  await db.$executeRaw`
    UPDATE plan SET story = article.id FROM article
    WHERE plan.story IS NULL AND article.slug = plan.slug
      AND NOT EXISTS (SELECT FROM plan other WHERE other.story = article.id)`;
  await db.$executeRaw`
    DO $$
    DECLARE
      candidate record;
    BEGIN
      FOR candidate IN
        SELECT plan.number, article.id, alias.place
        FROM plan
        CROSS JOIN unnest(plan.aliases) WITH ORDINALITY AS alias (slug, place)
        JOIN article ON article.slug = alias.slug
        WHERE plan.story IS NULL
        UNION ALL
        SELECT plan.number, old_slug.article_id, 1 + cardinality(plan.aliases)
        FROM plan JOIN old_slug ON old_slug.slug = plan.slug
        WHERE plan.story IS NULL
        ORDER BY number, place
      LOOP
        UPDATE plan SET story = candidate.id
        WHERE number = candidate.number AND story IS NULL
          AND NOT EXISTS (SELECT FROM plan other WHERE other.story = candidate.id);
      END LOOP;
    END $$`;
}

/** Whether a stored story is in no file. @param alias of the table `article` in the statement */
function isAdrift(alias: string): Prisma.Sql {
  const story = Prisma.raw(`"${alias}"`);
  return Prisma.sql`NOT EXISTS (SELECT FROM plan holder WHERE holder.story = ${story}.id)`;
}

async function refuseTaking(db: Database): Promise<void> {
  const rows = await db.$queryRaw<Conflict[]>`
    SELECT * FROM (
      SELECT plan.number, plan.slug, plan.file, plan.reuses, plan.story,
        (SELECT alias.slug
         FROM unnest(plan.aliases) WITH ORDINALITY AS alias (slug, place)
         JOIN article ON article.slug = alias.slug AND ${isAdrift('article')}
         ORDER BY place LIMIT 1) AS "takenAlias",
        -- Whose address the slug is, or was last.
        COALESCE(living.id, old_slug.article_id) AS owner,
        living.id IS NOT NULL AND ${isAdrift('living')} AS "isAdrift"
      FROM plan
      LEFT JOIN article living ON living.slug = plan.slug
      LEFT JOIN old_slug ON old_slug.slug = plan.slug
    ) claims
    WHERE "takenAlias" IS NOT NULL
      OR (owner IS DISTINCT FROM story AND owner IS NOT NULL AND ("isAdrift" OR NOT reuses))
    ORDER BY number`;
  if (rows.length > 0) throw new PublishRefused(rows.map(refusalOf));
}

type Conflict = Readonly<{
  slug: string;
  file: string;
  takenAlias: string | null;
  owner: string;
  isAdrift: boolean;
}>;

function refusalOf({ slug, file, takenAlias, owner, isAdrift }: Conflict): Refusal {
  if (takenAlias !== null) {
    return {
      ...{ file, field: 'aliases' },
      message: `“${takenAlias}” is still the address of another published story, whose file is gone`,
      remedy: 'remove the alias, or bring that file back',
    };
  }
  if (isAdrift) {
    return {
      ...{ file, field: 'id' },
      message: `“${slug}” is still the address of another published story, whose file is gone`,
      remedy: `write id: ${owner} if it is this story; else give this file another name`,
    };
  }
  return {
    ...{ file, field: 'reusesAddress' },
    message: `“${slug}” was the address of another story, which still leads there`,
    remedy:
      'choose another name for the file, or write reusesAddress: true to take the address away',
  };
}

async function decide(db: Database, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE plan SET old_slug = article.slug, old_file = article.file,
      step = CASE article.content_hash WHEN plan.hash THEN 'same' ELSE 'change' END
    FROM article WHERE article.id = plan.story`;
  await db.$executeRaw`
    UPDATE plan SET step = 'create', story = told WHERE step IS NULL AND told IS NOT NULL`;
  for (;;) {
    const nameless = await db.$queryRaw<{ number: number }[]>`
      SELECT number FROM plan WHERE step IS NULL ORDER BY number LIMIT ${ROWS_PER_STATEMENT}`;
    if (nameless.length === 0) return;
    const named = nameless.map(({ number }) => ({ number, id: uuid7(now) }));
    await db.$executeRaw`
      UPDATE plan SET step = 'create', story = given.id
      FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS given (number integer, id uuid)
      WHERE plan.number = given.number`;
  }
}

/** Stored stories that no document is, and that are not taken back yet, are to be. */
export async function planWithdrawals(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO plan (number, story, step, slug, aliases, hash, file, reuses)
    SELECT (SELECT count(*) FROM plan) + row_number() OVER (ORDER BY slug COLLATE "C"),
      id, 'withdraw', slug, '{}', content_hash, file, false
    FROM article WHERE withdrawn_at IS NULL AND ${isAdrift('article')}`;
}

export async function countPlanned(db: Database, steps: readonly Step[]): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM plan WHERE step = ANY(${[...steps]}::text[])`;
  return row?.count ?? 0;
}

/** In the order of their numbers, at most so many at a time. */
export async function* listPlanned(
  db: Database,
  steps: readonly Step[],
  atOnce = ROWS_PER_STATEMENT,
): AsyncGenerator<readonly PlannedArticle[]> {
  for (let last = -1; ; ) {
    const rows = await db.$queryRaw<PlannedArticle[]>`
      SELECT number, story AS id, step, slug, file, told, old_slug AS "oldSlug", old_file AS "oldFile"
      FROM plan WHERE number > ${last} AND step = ANY(${[...steps]}::text[])
      ORDER BY number LIMIT ${atOnce}`;
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end.number;
  }
}

/** Slugs of stored stories that the plan does not have, in order, some at a time. */
export async function* listMissing(db: Database): AsyncGenerator<readonly string[]> {
  for (let last = ''; ; ) {
    const rows = await db.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM article WHERE slug > ${last} AND ${isAdrift('article')}
      ORDER BY slug LIMIT ${ROWS_PER_STATEMENT}`;
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map(({ slug }) => slug);
    last = end.slug;
  }
}
