-- How common each lexeme of the search vectors is, known without asking their index: what is asked for related
-- stories must not grow with the paper. Every eighth story tells as much, at an eighth of the cost of publishing.
CREATE TABLE "lexeme" (
    "lexeme" TEXT NOT NULL,
    "sampled" INTEGER NOT NULL,

    CONSTRAINT "lexeme_pkey" PRIMARY KEY ("lexeme")
) WITH (fillfactor = 70);

COMMENT ON TABLE "lexeme" IS
  'In how many of every eighth story (by number) that are not withdrawn a lexeme stands. Kept by triggers.';

CREATE FUNCTION "count_lexemes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added CONSTANT text := 'SELECT number, search_vector, withdrawn_at, 1 AS sign FROM added';
  removed CONSTANT text := 'SELECT number, search_vector, withdrawn_at, -1 AS sign FROM removed';
BEGIN
  EXECUTE
    'INSERT INTO lexeme (lexeme, sampled)
     SELECT word, sum(sign)
     FROM (' || CASE TG_OP
       WHEN 'INSERT' THEN added
       WHEN 'DELETE' THEN removed
       ELSE added || ' UNION ALL ' || removed
     END || ') story, unnest(tsvector_to_array(search_vector)) word
     WHERE number % 8 = 0 AND withdrawn_at IS NULL
     GROUP BY word
     HAVING sum(sign) <> 0
     ORDER BY word
     ON CONFLICT (lexeme) DO UPDATE SET sampled = lexeme.sampled + excluded.sampled';
  RETURN NULL;
END $$;

CREATE TRIGGER "article_added_lexemes" AFTER INSERT ON "article"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();
CREATE TRIGGER "article_changed_lexemes" AFTER UPDATE ON "article"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();
CREATE TRIGGER "article_removed_lexemes" AFTER DELETE ON "article"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();

INSERT INTO "lexeme" ("lexeme", "sampled")
SELECT word, ndoc
FROM ts_stat('SELECT search_vector FROM article WHERE number % 8 = 0 AND withdrawn_at IS NULL');
