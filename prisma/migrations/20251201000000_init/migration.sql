-- The paper. Tables, indexes and foreign keys are those of schema.prisma; extension, functions,
-- the generated column, checks and triggers are written by hand.

-- Trigrams find stories near to an address that does not exist.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The database user % may not create the extension pg_trgm in the database %.', current_user, current_database()
      USING HINT = 'Have an administrator run "CREATE EXTENSION pg_trgm;" there, then "npx prisma migrate resolve --rolled-back 20251201000000_init", and start again.';
  WHEN undefined_file OR feature_not_supported THEN
    RAISE EXCEPTION 'This Postgres server lacks the extension pg_trgm.'
      USING HINT = 'Install the server''s contrib modules (Debian: postgresql-contrib), then "npx prisma migrate resolve --rolled-back 20251201000000_init", and start again.';
END
$$;

-- Functions

-- The one spelling of a slug, the same as lib/text/slugs.ts.
CREATE FUNCTION is_slug(slug text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120;

-- The text search configuration of a BCP 47 language; `simple`, which stems nothing, for those
-- that Postgres does not know. Immutable, so that a generated column may use it.
CREATE FUNCTION search_config(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'el' THEN 'pg_catalog.greek'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
    WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
    WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
    WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
    WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
    WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'ne' THEN 'pg_catalog.nepali'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    WHEN 'yi' THEN 'pg_catalog.yiddish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END;

-- What a search looks through; a match in the headline weighs most.
CREATE FUNCTION article_search_vector(language text, headline text, kicker text, standfirst text, body_text text)
  RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector(search_config(language), headline), 'A')
    || setweight(to_tsvector(search_config(language), coalesce(kicker, '') || ' ' || standfirst), 'B')
    || setweight(to_tsvector(search_config(language), body_text), 'C');

-- Tables

CREATE TABLE "section" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tag" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "parent_id" INTEGER,
    "iptc" TEXT,
    "wikidata" TEXT,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tag_alias" (
    "slug" TEXT NOT NULL,
    "tag_id" INTEGER NOT NULL,

    CONSTRAINT "tag_alias_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "author" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "biography" JSONB NOT NULL,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "section_id" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "kicker" TEXT,
    "standfirst" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "seo_title" TEXT,
    "social_title" TEXT,
    "body" JSONB NOT NULL,
    "body_text" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "content_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "embargoed_until" TIMESTAMPTZ(3),
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "image_hash" TEXT,
    "image_alt" TEXT,
    "image_caption" TEXT,
    "image_credit" TEXT,
    "image_focal_x" DOUBLE PRECISION,
    "image_focal_y" DOUBLE PRECISION,
    "content_hash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "row_created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_vector" tsvector GENERATED ALWAYS AS (
        article_search_vector("language", "headline", "kicker", "standfirst", "body_text")
    ) STORED,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "article_tag" (
    "article_id" UUID NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_tag_pkey" PRIMARY KEY ("article_id","tag_id")
);

CREATE TABLE "article_author" (
    "article_id" UUID NOT NULL,
    "author_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_author_pkey" PRIMARY KEY ("article_id","author_id")
);

CREATE TABLE "source" (
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("article_id","position")
);

CREATE TABLE "correction" (
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("article_id","position")
);

CREATE TABLE "related_pin" (
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "related_id" UUID NOT NULL,

    CONSTRAINT "related_pin_pkey" PRIMARY KEY ("article_id","position")
);

CREATE TABLE "old_slug" (
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "old_slug_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "revision" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("article_id","number")
);

CREATE TABLE "media" (
    "hash" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "standing" BOOLEAN NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("hash")
);

CREATE TABLE "article_media" (
    "article_id" UUID NOT NULL,
    "media_hash" TEXT NOT NULL,

    CONSTRAINT "article_media_pkey" PRIMARY KEY ("article_id","media_hash")
);

CREATE TABLE "standing_page" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "content_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "standing_page_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "front_placement" (
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "front_placement_pkey" PRIMARY KEY ("position")
);

-- Indexes, each with the query it serves

CREATE UNIQUE INDEX "section_slug_key" ON "section"("slug");
CREATE UNIQUE INDEX "tag_slug_key" ON "tag"("slug");
CREATE INDEX "tag_parent_id_idx" ON "tag"("parent_id");
CREATE INDEX "tag_alias_tag_id_idx" ON "tag_alias"("tag_id");
CREATE UNIQUE INDEX "author_slug_key" ON "author"("slug");
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");
CREATE INDEX "article_section_id_visible_from_id_idx" ON "article"("section_id", "visible_from" DESC, "id" DESC);
CREATE INDEX "article_visible_from_id_idx" ON "article"("visible_from" DESC, "id" DESC);
CREATE INDEX "article_first_published_at_id_idx" ON "article"("first_published_at" DESC, "id" DESC);
CREATE INDEX "article_language_idx" ON "article"("language");
-- Stories are published seldom and read all the time: the indexes are always whole, and have no
-- list of pending entries that readers would have to go through.
CREATE INDEX "article_search_vector_idx" ON "article" USING GIN ("search_vector") WITH (fastupdate = off);
CREATE INDEX "article_slug_trgm_idx" ON "article" USING GIN ("slug" gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "article_tag_tag_id_article_id_idx" ON "article_tag"("tag_id", "article_id");
CREATE UNIQUE INDEX "article_tag_article_id_position_key" ON "article_tag"("article_id", "position");
CREATE INDEX "article_author_author_id_article_id_idx" ON "article_author"("author_id", "article_id");
CREATE UNIQUE INDEX "article_author_article_id_position_key" ON "article_author"("article_id", "position");
CREATE INDEX "correction_at_idx" ON "correction"("at" DESC);
CREATE INDEX "related_pin_related_id_idx" ON "related_pin"("related_id");
CREATE UNIQUE INDEX "related_pin_article_id_related_id_key" ON "related_pin"("article_id", "related_id");
CREATE INDEX "old_slug_article_id_idx" ON "old_slug"("article_id");
CREATE INDEX "article_media_media_hash_idx" ON "article_media"("media_hash");
CREATE UNIQUE INDEX "front_placement_article_id_key" ON "front_placement"("article_id");

COMMENT ON INDEX "section_slug_key" IS 'A section by its address.';
COMMENT ON INDEX "tag_slug_key" IS 'A tag by its address.';
COMMENT ON INDEX "tag_parent_id_idx" IS 'Children of a tag, on its page.';
COMMENT ON INDEX "tag_alias_tag_id_idx" IS 'Aliases of a tag.';
COMMENT ON INDEX "author_slug_key" IS 'An author by address.';
COMMENT ON INDEX "article_slug_key" IS 'A story by its address.';
COMMENT ON INDEX "article_section_id_visible_from_id_idx" IS 'Section lists; previous and next in section.';
COMMENT ON INDEX "article_visible_from_id_idx" IS 'Newest stories of the whole paper: front page, site feeds.';
COMMENT ON INDEX "article_first_published_at_id_idx" IS 'Archive lists and calendars.';
COMMENT ON INDEX "article_language_idx" IS 'Which languages a search has to ask in.';
COMMENT ON INDEX "article_search_vector_idx" IS 'Search; text likeness of related stories.';
COMMENT ON INDEX "article_slug_trgm_idx" IS 'Stories whose address is like a path that was not found.';
COMMENT ON INDEX "article_tag_tag_id_article_id_idx" IS 'Tag pages; candidates of related stories.';
COMMENT ON INDEX "article_tag_article_id_position_key" IS 'Tags of a story, in order.';
COMMENT ON INDEX "article_author_author_id_article_id_idx" IS 'Author pages.';
COMMENT ON INDEX "article_author_article_id_position_key" IS 'The byline of a story, in order.';
COMMENT ON INDEX "correction_at_idx" IS 'The corrections page, newest first.';
COMMENT ON INDEX "related_pin_related_id_idx" IS 'Which stories pin a story.';
COMMENT ON INDEX "related_pin_article_id_related_id_key" IS 'A story is pinned once.';
COMMENT ON INDEX "old_slug_article_id_idx" IS 'All addresses of a story.';
COMMENT ON INDEX "article_media_media_hash_idx" IS 'Whether a picture may be served: the stories that show it.';
COMMENT ON INDEX "front_placement_article_id_key" IS 'A story is placed once.';

-- Foreign keys

ALTER TABLE "tag" ADD CONSTRAINT "tag_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tag_alias" ADD CONSTRAINT "tag_alias_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article" ADD CONSTRAINT "article_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article" ADD CONSTRAINT "article_image_hash_fkey" FOREIGN KEY ("image_hash") REFERENCES "media"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_tag" ADD CONSTRAINT "article_tag_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_tag" ADD CONSTRAINT "article_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "related_pin" ADD CONSTRAINT "related_pin_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "related_pin" ADD CONSTRAINT "related_pin_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "old_slug" ADD CONSTRAINT "old_slug_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_media_hash_fkey" FOREIGN KEY ("media_hash") REFERENCES "media"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "front_placement" ADD CONSTRAINT "front_placement_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Checks

ALTER TABLE "section"
  ADD CONSTRAINT "section_slug_form" CHECK (is_slug("slug")),
  ADD CONSTRAINT "section_name_filled" CHECK ("name" <> ''),
  ADD CONSTRAINT "section_position_counts" CHECK ("position" >= 0);

ALTER TABLE "tag"
  ADD CONSTRAINT "tag_slug_form" CHECK (is_slug("slug")),
  ADD CONSTRAINT "tag_name_filled" CHECK ("name" <> ''),
  ADD CONSTRAINT "tag_parent_is_another" CHECK ("parent_id" <> "id"),
  ADD CONSTRAINT "tag_iptc_form" CHECK ("iptc" ~ '^medtop:[0-9]{8}$'),
  ADD CONSTRAINT "tag_wikidata_form" CHECK ("wikidata" ~ '^Q[1-9][0-9]*$');

ALTER TABLE "tag_alias"
  ADD CONSTRAINT "tag_alias_slug_form" CHECK (is_slug("slug"));

ALTER TABLE "author"
  ADD CONSTRAINT "author_slug_form" CHECK (is_slug("slug")),
  ADD CONSTRAINT "author_name_filled" CHECK ("name" <> ''),
  ADD CONSTRAINT "author_biography_is_blocks" CHECK (jsonb_typeof("biography") = 'array');

ALTER TABLE "article"
  ADD CONSTRAINT "article_slug_form" CHECK (is_slug("slug")),
  ADD CONSTRAINT "article_headline_filled" CHECK ("headline" <> ''),
  ADD CONSTRAINT "article_standfirst_filled" CHECK ("standfirst" <> ''),
  ADD CONSTRAINT "article_language_form" CHECK ("language" ~ '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$'),
  ADD CONSTRAINT "article_body_is_blocks" CHECK (jsonb_typeof("body") = 'array'),
  ADD CONSTRAINT "article_word_count_counts" CHECK ("word_count" >= 0),
  ADD CONSTRAINT "article_updated_after_published" CHECK ("content_updated_at" >= "first_published_at"),
  -- GREATEST passes over null.
  ADD CONSTRAINT "article_visible_from_later_of_two" CHECK ("visible_from" = GREATEST("first_published_at", "embargoed_until")),
  ADD CONSTRAINT "article_withdrawn_with_reason" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL) AND "withdrawn_reason" <> ''),
  ADD CONSTRAINT "article_image_all_or_none" CHECK (
    num_nonnulls("image_hash", "image_alt", "image_credit", "image_focal_x", "image_focal_y") IN (0, 5)
    AND ("image_caption" IS NULL OR "image_hash" IS NOT NULL)
  ),
  ADD CONSTRAINT "article_image_focal_point_inside" CHECK ("image_focal_x" BETWEEN 0 AND 1 AND "image_focal_y" BETWEEN 0 AND 1),
  ADD CONSTRAINT "article_content_hash_form" CHECK ("content_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "article_file_filled" CHECK ("file" <> '');

ALTER TABLE "article_tag"
  ADD CONSTRAINT "article_tag_position_counts" CHECK ("position" >= 0);

ALTER TABLE "article_author"
  ADD CONSTRAINT "article_author_position_counts" CHECK ("position" >= 0);

ALTER TABLE "source"
  ADD CONSTRAINT "source_position_counts" CHECK ("position" >= 0),
  ADD CONSTRAINT "source_name_filled" CHECK ("name" <> '');

ALTER TABLE "correction"
  ADD CONSTRAINT "correction_position_counts" CHECK ("position" >= 0),
  ADD CONSTRAINT "correction_text_filled" CHECK ("text" <> '');

ALTER TABLE "related_pin"
  ADD CONSTRAINT "related_pin_position_counts" CHECK ("position" >= 0),
  ADD CONSTRAINT "related_pin_is_another" CHECK ("related_id" <> "article_id");

ALTER TABLE "old_slug"
  ADD CONSTRAINT "old_slug_slug_form" CHECK (is_slug("slug"));

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_number_counts" CHECK ("number" >= 1),
  ADD CONSTRAINT "revision_content_hash_form" CHECK ("content_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "revision_document_is_object" CHECK (jsonb_typeof("document") = 'object');

ALTER TABLE "media"
  ADD CONSTRAINT "media_hash_is_of_bytes" CHECK ("hash" = left(encode(sha256("bytes"), 'hex'), 32)),
  ADD CONSTRAINT "media_type_known" CHECK ("media_type" IN ('image/jpeg', 'image/png', 'image/webp', 'image/avif')),
  ADD CONSTRAINT "media_size_positive" CHECK ("width" > 0 AND "height" > 0);

ALTER TABLE "standing_page"
  ADD CONSTRAINT "standing_page_slug_form" CHECK (is_slug("slug")),
  ADD CONSTRAINT "standing_page_title_filled" CHECK ("title" <> ''),
  ADD CONSTRAINT "standing_page_body_is_blocks" CHECK (jsonb_typeof("body") = 'array'),
  ADD CONSTRAINT "standing_page_content_hash_form" CHECK ("content_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "front_placement"
  ADD CONSTRAINT "front_placement_position_counts" CHECK ("position" >= 0);

-- Triggers

CREATE FUNCTION refuse_revision_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Revisions are never changed or deleted.' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "revision_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_revision_change();

-- An address leads to one place: a slug is a story's or an old one, a tag's or an alias, never both.
-- The argument names the other table.
CREATE FUNCTION refuse_slug_of_other() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  taken boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %I.%I WHERE slug = $1)', TG_TABLE_SCHEMA, TG_ARGV[0])
    INTO taken USING NEW.slug;
  IF taken THEN
    RAISE EXCEPTION 'The slug "%" of % is already in %.', NEW.slug, TG_TABLE_NAME, TG_ARGV[0]
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "article_slug_not_old" AFTER INSERT OR UPDATE OF "slug" ON "article"
  FOR EACH ROW EXECUTE FUNCTION refuse_slug_of_other('old_slug');
CREATE TRIGGER "old_slug_not_living" AFTER INSERT OR UPDATE OF "slug" ON "old_slug"
  FOR EACH ROW EXECUTE FUNCTION refuse_slug_of_other('article');
CREATE TRIGGER "tag_slug_not_alias" AFTER INSERT OR UPDATE OF "slug" ON "tag"
  FOR EACH ROW EXECUTE FUNCTION refuse_slug_of_other('tag_alias');
CREATE TRIGGER "tag_alias_not_tag" AFTER INSERT OR UPDATE OF "slug" ON "tag_alias"
  FOR EACH ROW EXECUTE FUNCTION refuse_slug_of_other('tag');
