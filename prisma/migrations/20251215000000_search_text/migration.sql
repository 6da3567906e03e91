-- Search reads words, not how they are set: a reader types straight quotation marks, plain spaces and
-- a hyphen between years.

-- A text, or a question, as search reads it: “ ” „ « » are quotation marks, all other marks and spaces
-- of print are spaces. To the parser a hyphen before a digit is a minus, so that 2019-2021 would be
-- another thing than 2019–2021; and where the database's character type is C, it takes every mark
-- and space outside ASCII for a letter. (`translate` would say it in one and takes far longer.)
CREATE FUNCTION search_text(written text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(
    regexp_replace(
      regexp_replace(written, '[\u201C\u201D\u201E\u00AB\u00BB]', '"', 'g'),
      '[\u2018\u2019\u201A\u2039\u203A\u2032\u2033\u2026\u2013\u2014\u00A0\u202F]', ' ', 'g'
    ),
    '(\d)-(?=\d)', '\1 ', 'g'
  );

CREATE OR REPLACE FUNCTION article_search_vector(language text, headline text, kicker text, standfirst text, body_text text)
  RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector(search_config(language), search_text(headline)), 'A')
    || setweight(to_tsvector(search_config(language), search_text(coalesce(kicker, '') || ' ' || standfirst)), 'B')
    || setweight(to_tsvector(search_config(language), search_text(body_text)), 'C');

-- The generated column is made again.
UPDATE "article" SET "body_text" = "body_text";
