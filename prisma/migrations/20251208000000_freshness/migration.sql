-- Freshness: how pages kept in memory learn that what they show has changed.

-- One row: the number of the paper's present state. A publishing run that changes something adds
-- one, and announces the number on the channel prism_published; see lib/store/publish-announcement.ts.
CREATE TABLE "edition" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "edition"
  ADD CONSTRAINT "edition_is_one" CHECK ("id" = 1),
  ADD CONSTRAINT "edition_version_counts" CHECK ("version" >= 0);

INSERT INTO "edition" ("id", "version", "changed_at") VALUES (1, 0, CURRENT_TIMESTAMP);

-- Prisma cannot say that an index is partial. Few stories are ever withdrawn.
CREATE INDEX "article_withdrawn_at_id_idx" ON "article"("withdrawn_at", "id") WHERE "withdrawn_at" IS NOT NULL;
COMMENT ON INDEX "article_withdrawn_at_id_idx" IS 'Stories that will be withdrawn, soonest first: upcoming_publications().';

-- Keys are spelled as in lib/text/page-keys.ts, which says what each stands for.
CREATE FUNCTION article_keys(article_id uuid) RETURNS text[]
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(key ORDER BY key COLLATE "C")
  FROM (
    SELECT unnest('{archive,corrections,front,missing,search}'::text[]) AS key
    UNION
    SELECT 'article:' || $1
    UNION
    SELECT 'section:' || section.slug
    FROM article JOIN section ON section.id = article.section_id
    WHERE article.id = $1
    UNION
    SELECT 'tag:' || tag.slug
    FROM article_tag JOIN tag ON tag.id = article_tag.tag_id
    WHERE article_tag.article_id = $1
    UNION
    SELECT 'author:' || author.slug
    FROM article_author JOIN author ON author.id = article_author.author_id
    WHERE article_author.article_id = $1
    UNION
    SELECT 'article:' || related_pin.article_id
    FROM related_pin
    WHERE related_pin.related_id = $1
  ) keys;
END;

COMMENT ON FUNCTION article_keys(uuid) IS
  'Keys of the pages that show a story or may have to: its own, those of its section, tags and authors, of the stories that pin it, and of the lists that all stories are in. As the rows stand: ask before and after a change.';

CREATE FUNCTION upcoming_publications(since timestamptz DEFAULT now())
  RETURNS TABLE (at timestamptz, keys text[])
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT upcoming.instant, article_keys(upcoming.id)
  FROM (
    SELECT instant, id
    FROM (
      (SELECT visible_from AS instant, id FROM article
       WHERE visible_from > since
       ORDER BY visible_from, id LIMIT 100)
      UNION ALL
      (SELECT withdrawn_at, id FROM article
       WHERE withdrawn_at > since
       ORDER BY withdrawn_at, id LIMIT 100)
    ) changes
    ORDER BY instant, id LIMIT 100
  ) upcoming
  ORDER BY upcoming.instant, upcoming.id;
END;

COMMENT ON FUNCTION upcoming_publications(timestamptz) IS
  'When stories will become visible or be withdrawn by themselves after an instant, soonest first, at most 100, with the keys of their pages. Reads the ends of two indexes: article_visible_from_id_idx backwards and article_withdrawn_at_id_idx.';
