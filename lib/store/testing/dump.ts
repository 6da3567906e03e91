import type { PrismaClient } from '../generated/client';

/**
 * What the paper says, for tests that compare two databases: every story by its id with all that
 * hangs from it, and the lists. Left out is what depends on the way there: numbers of rows, old
 * addresses, versions, the machine's own times.
 */
export async function dumpPaper(client: PrismaClient) {
  const names = { select: { slug: true } } as const;
  const inOrder = { orderBy: { position: 'asc' } } as const;
  const standing = { visibleFrom: true, withdrawnAt: true } as const;
  const articles = await client.article.findMany({
    omit: {
      ...{ number: true, rowCreatedAt: true, rowUpdatedAt: true, sectionId: true, file: true },
    },
    include: {
      section: names,
      tags: { select: { tag: names, ...standing }, ...inOrder },
      authors: { select: { author: names, ...standing }, ...inOrder },
      sources: { select: { name: true, url: true, note: true }, ...inOrder },
      corrections: { select: { at: true, text: true, serious: true }, ...inOrder },
      pins: { select: { related: names }, ...inOrder },
      pictures: { select: { mediaHash: true }, orderBy: { mediaHash: 'asc' } },
    },
    orderBy: { id: 'asc' },
  });
  return {
    articles,
    sections: await client.section.findMany({ omit: { id: true }, orderBy: { slug: 'asc' } }),
    tags: await client.tag.findMany({
      select: { slug: true, name: true, description: true, parent: names },
      orderBy: { slug: 'asc' },
    }),
    authors: await client.author.findMany({ omit: { id: true }, orderBy: { slug: 'asc' } }),
    pages: await client.standingPage.findMany({ orderBy: { slug: 'asc' } }),
    front: await client.frontPlacement.findMany({
      select: { position: true, article: names },
      ...inOrder,
    }),
  };
}

type Month = Readonly<{ list: string; name: string | null; month: Date; stories: number }>;

/** How many stories each list has by month, as the table has it that triggers keep. */
export async function dumpMonths(client: PrismaClient): Promise<readonly Month[]> {
  return client.$queryRaw<Month[]>`
    SELECT list, COALESCE(section.slug, tag.slug, author.slug, CASE list WHEN 'day' THEN list_id::text END) AS name,
      month, stories
    FROM list_month
    LEFT JOIN section ON list = 'section' AND section.id = list_id
    LEFT JOIN tag ON list IN ('tag', 'tree') AND tag.id = list_id
    LEFT JOIN author ON list = 'author' AND author.id = list_id
    WHERE stories <> 0
    ORDER BY list, name, month`;
}

/** The same, counted anew. */
export async function countMonths(client: PrismaClient): Promise<readonly Month[]> {
  return client.$queryRaw<Month[]>`
    SELECT list, name, date_trunc('month', at, 'UTC')::date AS month, count(*)::int AS stories
    FROM (
      SELECT 'archive' AS list, NULL AS name, id, first_published_at AS at FROM article
      UNION ALL
      SELECT 'day', extract(day FROM first_published_at AT TIME ZONE 'UTC')::text, id, first_published_at FROM article
      UNION ALL
      SELECT 'correction', NULL, article_id, at FROM correction
      UNION ALL
      SELECT 'section', section.slug, article.id, visible_from
      FROM article JOIN section ON section.id = section_id
      UNION ALL
      SELECT 'tag', tag.slug, article.id, article.visible_from
      FROM article JOIN article_tag ON article_id = article.id JOIN tag ON tag.id = tag_id
      UNION ALL
      SELECT 'tree', tag.slug, article.id, article.visible_from
      FROM article JOIN article_tree ON article_id = article.id JOIN tag ON tag.id = tag_id
      UNION ALL
      SELECT 'author', author.slug, article.id, article.visible_from
      FROM article JOIN article_author ON article_id = article.id JOIN author ON author.id = author_id
    ) places
    JOIN article USING (id)
    WHERE withdrawn_at IS NULL
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3`;
}

/** Lists of which the table of totals says anything else than the sum of their months. */
export async function wrongTotals(client: PrismaClient): Promise<readonly object[]> {
  return client.$queryRaw<object[]>`
    SELECT list, list_id, list_total.stories AS total, months.stories AS months
    FROM list_total
    FULL JOIN (
      SELECT list, list_id, sum(stories)::int AS stories FROM list_month GROUP BY list, list_id
    ) months USING (list, list_id)
    WHERE COALESCE(list_total.stories, 0) <> COALESCE(months.stories, 0)`;
}

type Lexeme = Readonly<{ lexeme: string; sampled: number }>;

/** How common lexemes are in every eighth story, as the table has it that triggers keep. */
export async function dumpLexemes(client: PrismaClient): Promise<readonly Lexeme[]> {
  return client.$queryRaw<Lexeme[]>`
    SELECT lexeme, sampled FROM lexeme WHERE sampled <> 0 ORDER BY lexeme`;
}

/** The same, counted anew. */
export async function countLexemes(client: PrismaClient): Promise<readonly Lexeme[]> {
  return client.$queryRaw<Lexeme[]>`
    SELECT lexeme, count(*)::int AS sampled
    FROM article, unnest(tsvector_to_array(search_vector)) AS lexeme
    WHERE number % 8 = 0 AND withdrawn_at IS NULL
    GROUP BY lexeme
    ORDER BY lexeme`;
}
