import { Prisma } from './generated/client';
import { trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/**
 * Stories that are ranked: of a word in more stories than this the newest are, so that no question can
 * hold the database. Whether the index of words or that of dates finds them sooner, Postgres decides by its
 * statistics of how common the words are.
 */
export const MOST_RANKED = 1_000;

/** Around a hit in a snippet; no story holds them, since content files may not. */
export const HIT_START = '\u0001';
export const HIT_END = '\u0002';

const HEADLINE_OPTIONS = [
  `StartSel="${HIT_START}"`,
  `StopSel="${HIT_END}"`,
  'MaxFragments=2',
  'MinWords=8',
  'MaxWords=24',
  'FragmentDelimiter=" … "',
].join(', ');

/** A question in one language of the paper: a tsquery, as text. */
export type LanguageQuestion = Readonly<{ language: string; question: string }>;

/** Where answers are looked for; null: everywhere. */
export type Scope = Readonly<{
  sectionId: number | null;
  /** Stories with any of these. */
  tagIds: readonly number[] | null;
  /** Instants between which readers could first see it, `[from, until)`. */
  from: Date | null;
  until: Date | null;
}>;

export const EVERYWHERE: Scope = { sectionId: null, tagIds: null, from: null, until: null };

/** What is shown of the answers. */
export type Shown = Readonly<{
  order: 'relevance' | 'date';
  /** What would be the slug of a tag that the question names: its stories go before others that are as good. */
  topic: string;
  skip: number;
  take: number;
}>;

/** So many times as good is a story of the very topic that is asked for. */
const OF_TOPIC = 2;

/**
 * Rows (total, snippet, a trail) of one page of the answers. `total` is at most MOST_RANKED + 1; where the page
 * is past the end, one row has it and no `id`.
 */
export function answersStatement(
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
  { order, topic, skip, take }: Shown,
): Prisma.Sql {
  const ranking = (hits: string) =>
    Prisma.raw(
      `${order === 'date' ? '' : `${hits}.score DESC, `}${hits}.visible_from DESC, ${hits}.id DESC`,
    );
  return Prisma.sql`
    WITH found AS MATERIALIZED (${found(questions, scope, now, MOST_RANKED + 1)}),
    ranked AS (
      SELECT found.*, rank * CASE WHEN ${hasTopic(topic)} THEN ${OF_TOPIC}::int ELSE 1 END AS score
      FROM found ORDER BY visible_from DESC, id DESC LIMIT ${MOST_RANKED}
    ), hits AS (
      SELECT * FROM ranked ORDER BY ${ranking('ranked')} LIMIT ${take} OFFSET ${skip}
    )
    SELECT (SELECT count(*)::int FROM found) AS total,
           ts_headline(search_config(hits.language), article.body_text, question, ${HEADLINE_OPTIONS}) AS snippet,
           ${trailColumns}
    FROM (SELECT) one
    LEFT JOIN (hits JOIN article ON article.id = hits.id ${trailJoins}) ON true
    ORDER BY ${ranking('hits')}`;
}

/** A tag by its slug, or by an alias: its id, or null. */
export function tagIdSql(slug: string | null): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT id FROM tag WHERE slug = ${slug}),
    (SELECT tag_id FROM tag_alias WHERE slug = ${slug})
  )`;
}

function hasTopic(topic: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM article_tag WHERE article_id = found.id AND tag_id = ${tagIdSql(topic)}
  )`;
}

/** One row (total): how many stories answer, `most` at most. */
export function countStatement(
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
  most: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS total FROM (${found(questions, scope, now, most)}) found`;
}

/** The newest stories that answer. One that has two of the tags is found twice, and counts once. */
function found(
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
  most: number,
): Prisma.Sql {
  const places = scope.tagIds ?? [null];
  const parts = questions.flatMap((question) =>
    places.map((tagId) => candidates(question, scope, tagId, now, most)),
  );
  return Prisma.sql`
    SELECT ${Prisma.raw(places.length > 1 ? 'DISTINCT ON (visible_from, id)' : '')} *
    FROM (${Prisma.join(parts, ' UNION ALL ')}) candidates
    ORDER BY visible_from DESC, id DESC
    LIMIT ${most}`;
}

/**
 * The newest stories of a language that answer. The question is a value, so that its words' frequency is known;
 * and every list has an index in this order: of the paper, of a section, of a tag.
 */
function candidates(
  { language, question }: LanguageQuestion,
  { sectionId, from, until }: Scope,
  tagId: number | null,
  now: Date,
  most: number,
): Prisma.Sql {
  const [list, id] = tagId === null ? ['article', 'id'] : ['link', 'article_id'];
  const listed =
    tagId === null
      ? Prisma.sql`article`
      : Prisma.sql`article_tag link JOIN article ON article.id = link.article_id AND link.tag_id = ${tagId}`;
  const order = Prisma.raw(`${list}.visible_from DESC, ${list}.${id} DESC`);
  const conditions = [
    Prisma.sql`article.language = ${language}`,
    Prisma.sql`article.search_vector @@ ${question}::tsquery`,
    visibleSql(now, list),
    ...(sectionId === null ? [] : [Prisma.sql`article.section_id = ${sectionId}`]),
    // A story's own date is that of its tags: of both together Postgres asks the indexes of words and of dates.
    ...[...new Set([list, 'article'])].flatMap((table) => datesWithin(table, from, until)),
  ];
  return Prisma.sql`(
    SELECT article.id, article.language, article.visible_from, ${question}::tsquery AS question,
           ts_rank_cd(article.search_vector, ${question}::tsquery, 1) AS rank
    FROM ${listed}
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${order}
    LIMIT ${most})`;
}

function datesWithin(table: string, from: Date | null, until: Date | null): Prisma.Sql[] {
  const at = Prisma.raw(`${table}.visible_from`);
  return [
    ...(from === null ? [] : [Prisma.sql`${at} >= ${from}`]),
    ...(until === null ? [] : [Prisma.sql`${at} < ${until}`]),
  ];
}
