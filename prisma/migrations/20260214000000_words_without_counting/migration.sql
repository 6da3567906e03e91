-- The words of a story as before: an expression that counts letters (`{4,40}`) was made anew for every word, and
-- took a tenth of the time of publishing.
CREATE OR REPLACE FUNCTION article_words(headline text, kicker text, standfirst text, body_text text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('prism_simple'::regconfig, search_text(
    $1 || ' ' || coalesce($2, '') || ' ' || $3 || ' ' || $4
  )))) word
  WHERE length(word) BETWEEN 4 AND 40 AND word !~ '[^[:alpha:]]';
END;
