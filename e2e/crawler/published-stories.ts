import { connect } from '@/lib/postgres/databases';
import { withDatabase } from '@/lib/postgres/with-database';

/** A story that readers can see now, as the database has it. */
export type PublishedStory = Readonly<{
  id: string;
  slug: string;
  section: string;
  headline: string;
  standfirst: string;
  bodyText: string;
  published: Date;
  updated: Date;
  sectionName: string;
  tags: readonly string[];
  tagNames: readonly string[];
  authors: readonly string[];
  authorNames: readonly string[];
  corrections: readonly string[];
}>;

export type PublishedPaper = Readonly<{
  /** Newest first. */
  stories: readonly PublishedStory[];
  sections: readonly string[];
  tags: readonly string[];
  authors: readonly string[];
}>;

/** The paper in the database of the site under test. */
export function publishedPaper(): Promise<PublishedPaper> {
  return withDatabase(async (url) => {
    const client = await connect(url);
    try {
      const { rows: stories } = await client.query<PublishedStory>(STORIES);
      const slugs = async (table: string) => {
        const { rows } = await client.query<{ slug: string }>(`SELECT slug FROM ${table}`);
        return rows.map(({ slug }) => slug);
      };
      return {
        stories,
        sections: await slugs('section'),
        tags: await slugs('tag'),
        authors: await slugs('author'),
      };
    } finally {
      await client.end();
    }
  });
}

const STORIES = `
  SELECT article.id, article.slug, section.slug AS section, section.name AS "sectionName",
    headline, standfirst, body_text AS "bodyText", first_published_at AS published,
    greatest(content_updated_at,
      (SELECT max(at) FROM correction WHERE article_id = article.id)) AS updated,
    ARRAY(SELECT tag.slug FROM article_tag JOIN tag ON tag.id = tag_id
      WHERE article_id = article.id ORDER BY position) AS tags,
    ARRAY(SELECT tag.name FROM article_tag JOIN tag ON tag.id = tag_id
      WHERE article_id = article.id ORDER BY position) AS "tagNames",
    ARRAY(SELECT author.slug FROM article_author JOIN author ON author.id = author_id
      WHERE article_id = article.id ORDER BY position) AS authors,
    ARRAY(SELECT author.name FROM article_author JOIN author ON author.id = author_id
      WHERE article_id = article.id ORDER BY position) AS "authorNames",
    ARRAY(SELECT text FROM correction WHERE article_id = article.id ORDER BY position) AS corrections
  FROM article JOIN section ON section.id = section_id
  WHERE visible_from <= now() AND (withdrawn_at IS NULL OR withdrawn_at > now())
  ORDER BY visible_from DESC, article.id DESC`;
