-- Search ignores accents, and knows the words of the paper, so that it can say what was perhaps meant.

DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS unaccent;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The database user % may not create the extension unaccent in the database %.', current_user, current_database()
      USING HINT = 'Have an administrator run "CREATE EXTENSION unaccent;" there, then "npx prisma migrate resolve --rolled-back 20260210000000_search_accents_and_words", and start again.';
  WHEN undefined_file OR feature_not_supported THEN
    RAISE EXCEPTION 'This Postgres server lacks the extension unaccent.'
      USING HINT = 'Install the server''s contrib modules (Debian: postgresql-contrib), then "npx prisma migrate resolve --rolled-back 20260210000000_search_accents_and_words", and start again.';
END
$$;

-- Each of Postgres's configurations once more, with accents taken off before a word is cut to its stem. As
-- a dictionary and not as a function over the text: ts_headline() marks what it reads, and must read the
-- story as it is written.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali',
    'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish',
    'yiddish'
  ] LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'prism_' || name, name);
    EXECUTE format(
      'ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR hword, hword_part, word WITH unaccent, pg_catalog.%I',
      'prism_' || name, CASE name WHEN 'simple' THEN name ELSE name || '_stem' END
    );
  END LOOP;
END
$$;

-- As before, with the configurations above.
CREATE OR REPLACE FUNCTION search_config(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'prism_arabic'::regconfig
    WHEN 'ca' THEN 'prism_catalan'::regconfig
    WHEN 'da' THEN 'prism_danish'::regconfig
    WHEN 'de' THEN 'prism_german'::regconfig
    WHEN 'el' THEN 'prism_greek'::regconfig
    WHEN 'en' THEN 'prism_english'::regconfig
    WHEN 'es' THEN 'prism_spanish'::regconfig
    WHEN 'eu' THEN 'prism_basque'::regconfig
    WHEN 'fi' THEN 'prism_finnish'::regconfig
    WHEN 'fr' THEN 'prism_french'::regconfig
    WHEN 'ga' THEN 'prism_irish'::regconfig
    WHEN 'hi' THEN 'prism_hindi'::regconfig
    WHEN 'hu' THEN 'prism_hungarian'::regconfig
    WHEN 'hy' THEN 'prism_armenian'::regconfig
    WHEN 'id' THEN 'prism_indonesian'::regconfig
    WHEN 'it' THEN 'prism_italian'::regconfig
    WHEN 'lt' THEN 'prism_lithuanian'::regconfig
    WHEN 'nb' THEN 'prism_norwegian'::regconfig
    WHEN 'ne' THEN 'prism_nepali'::regconfig
    WHEN 'nl' THEN 'prism_dutch'::regconfig
    WHEN 'nn' THEN 'prism_norwegian'::regconfig
    WHEN 'no' THEN 'prism_norwegian'::regconfig
    WHEN 'pt' THEN 'prism_portuguese'::regconfig
    WHEN 'ro' THEN 'prism_romanian'::regconfig
    WHEN 'ru' THEN 'prism_russian'::regconfig
    WHEN 'sr' THEN 'prism_serbian'::regconfig
    WHEN 'sv' THEN 'prism_swedish'::regconfig
    WHEN 'ta' THEN 'prism_tamil'::regconfig
    WHEN 'tr' THEN 'prism_turkish'::regconfig
    WHEN 'yi' THEN 'prism_yiddish'::regconfig
    ELSE 'prism_simple'::regconfig
  END;

-- The generated column is made again.
UPDATE "article" SET "body_text" = "body_text";

-- Every word of the stories that readers could see when something was published, so that a misspelt question
-- finds its neighbours. Words are added by publishing and never counted or taken away: whether a word still leads
-- to a story is asked of the stories, each time.
CREATE TABLE "word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "word_pkey" PRIMARY KEY ("word")
);

CREATE INDEX "word_word_trgm_idx" ON "word" USING GIN ("word" gin_trgm_ops) WITH (fastupdate = off);
COMMENT ON INDEX "word_word_trgm_idx" IS 'Words like one that was misspelt.';

-- The words of a story that could be meant by a misspelt one: of four letters and more, in lower case,
-- without accents, not cut to their stems.
CREATE FUNCTION article_words(headline text, kicker text, standfirst text, body_text text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('prism_simple'::regconfig, search_text(
    $1 || ' ' || coalesce($2, '') || ' ' || $3 || ' ' || $4
  )))) word
  WHERE word ~ '^[[:alpha:]]{4,40}$';
END;

INSERT INTO "word" ("word")
SELECT DISTINCT word FROM "article", article_words("headline", "kicker", "standfirst", "body_text") AS word
WHERE "visible_from" <= now() AND ("withdrawn_at" IS NULL OR "withdrawn_at" > now());
