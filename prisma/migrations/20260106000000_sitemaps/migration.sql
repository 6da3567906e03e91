-- Sitemaps: which of their files a story is in, and when that file last changed. See decision 011.

-- The order in which stories came into the paper. Given once; it outlives every date and address.
ALTER TABLE "article" ADD COLUMN "number" INTEGER;
UPDATE "article" SET "number" = numbered.number
FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS number FROM "article") numbered
WHERE numbered."id" = "article"."id";
ALTER TABLE "article"
  ALTER COLUMN "number" SET NOT NULL,
  ADD CONSTRAINT "article_number_counts" CHECK ("number" >= 1);

CREATE UNIQUE INDEX "article_number_key" ON "article"("number");
COMMENT ON INDEX "article_number_key" IS 'The stories of one sitemap, in order; the next number.';

-- A sequence would lose a number with each change of a story (an upsert takes one) and each dry run.
-- Runs of publishing do not overlap; the unique index refuses whoever writes beside them.
CREATE FUNCTION number_story() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW.number := COALESCE(
    (SELECT number FROM article WHERE id = NEW.id),
    (SELECT max(number) FROM article) + 1,
    1
  );
  RETURN NEW;
END
$$;

CREATE TRIGGER "article_numbered" BEFORE INSERT ON "article"
  FOR EACH ROW EXECUTE FUNCTION number_story();

CREATE FUNCTION sitemap_of(number integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (number - 1) / 2500 + 1;

COMMENT ON FUNCTION sitemap_of(integer) IS
  'The sitemap that a story is in, from 1, by its number; as many stories in each as lib/store/sitemap-queries.ts says.';

-- Prisma cannot say that an index is of an expression, nor that it is partial.
CREATE INDEX "article_sitemap_changed_idx" ON "article"(sitemap_of("number"), GREATEST("content_updated_at", "visible_from") DESC);
COMMENT ON INDEX "article_sitemap_changed_idx" IS 'When a sitemap last changed: its newest story.';
CREATE INDEX "article_sitemap_withdrawn_idx" ON "article"(sitemap_of("number"), "withdrawn_at" DESC) WHERE "withdrawn_at" IS NOT NULL;
COMMENT ON INDEX "article_sitemap_withdrawn_idx" IS 'When a sitemap last changed: its latest withdrawal.';

-- Keys are spelled as in lib/text/page-keys.ts, which says what each stands for.
CREATE OR REPLACE FUNCTION article_keys(article_id uuid) RETURNS text[]
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(key ORDER BY key COLLATE "C")
  FROM (
    SELECT unnest('{archive,corrections,front,missing,search,sitemaps}'::text[]) AS key
    UNION
    SELECT 'article:' || $1
    UNION
    SELECT 'sitemap:stories-' || sitemap_of(article.number)
    FROM article
    WHERE article.id = $1
    UNION
    SELECT 'sitemap:archive-' || to_char(article.first_published_at AT TIME ZONE 'UTC', 'YYYY')
    FROM article
    WHERE article.id = $1
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
