-- How many stories each list has, by month: totals, the way to any page, calendars and plots are sums of a
-- few numbers, however long a list is.

CREATE TABLE "list_month" (
    "list" TEXT NOT NULL,
    "list_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "list_month_pkey" PRIMARY KEY ("list", "list_id", "month"),
    CONSTRAINT "list_month_list_known" CHECK ("list" IN ('section', 'tag', 'author', 'archive')),
    CONSTRAINT "list_month_month_first" CHECK (date_trunc('month', "month") = "month")
) WITH (fillfactor = 50);

COMMENT ON TABLE "list_month" IS
  'Stories of a list that are not withdrawn, by the month (UTC) of the date that the list goes by: visible_from, in the archive first_published_at. Stories that cannot be seen yet count. Kept by triggers.';

CREATE FUNCTION "month_of"("at" timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_trunc('month', "at" AT TIME ZONE 'UTC')::date;

-- Stories and names are written some hundreds at a time: each such statement counts once.
CREATE FUNCTION "count_stories"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added CONSTANT text := 'SELECT section_id, visible_from, first_published_at, withdrawn_at, 1 AS sign FROM added';
  removed CONSTANT text := 'SELECT section_id, visible_from, first_published_at, withdrawn_at, -1 AS sign FROM removed';
BEGIN
  EXECUTE
    'INSERT INTO list_month (list, list_id, month, stories)
     SELECT list, list_id, month, sum(sign)
     FROM (' || CASE TG_OP
       WHEN 'INSERT' THEN added
       WHEN 'DELETE' THEN removed
       ELSE added || ' UNION ALL ' || removed
     END || ') story
     CROSS JOIN LATERAL (VALUES
       (''section'', section_id, month_of(visible_from)),
       (''archive'', 0, month_of(first_published_at))
     ) AS place (list, list_id, month)
     WHERE withdrawn_at IS NULL
     GROUP BY list, list_id, month
     HAVING sum(sign) <> 0
     ORDER BY list, list_id, month
     ON CONFLICT (list, list_id, month) DO UPDATE SET stories = list_month.stories + excluded.stories';
  RETURN NULL;
END $$;

-- Of what hangs from stories. The arguments: the name of the list; the column, or number, that says which it is;
-- and the column of the date that it goes by.
CREATE FUNCTION "count_parts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  columns CONSTANT text := format('SELECT %s AS list_id, month_of(%I) AS month, withdrawn_at, ', TG_ARGV[1], TG_ARGV[2]);
  added CONSTANT text := columns || '1 AS sign FROM added';
  removed CONSTANT text := columns || '-1 AS sign FROM removed';
BEGIN
  EXECUTE format(
    'INSERT INTO list_month (list, list_id, month, stories)
     SELECT %L, list_id, month, sum(sign)
     FROM (' || CASE TG_OP
       WHEN 'INSERT' THEN added
       WHEN 'DELETE' THEN removed
       ELSE added || ' UNION ALL ' || removed
     END || ') name
     WHERE withdrawn_at IS NULL
     GROUP BY list_id, month
     HAVING sum(sign) <> 0
     ORDER BY list_id, month
     ON CONFLICT (list, list_id, month) DO UPDATE SET stories = list_month.stories + excluded.stories',
    TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE TRIGGER "article_added_counts" AFTER INSERT ON "article"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_stories"();
CREATE TRIGGER "article_changed_counts" AFTER UPDATE ON "article"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_stories"();
CREATE TRIGGER "article_removed_counts" AFTER DELETE ON "article"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_stories"();

CREATE TRIGGER "article_tag_added_counts" AFTER INSERT ON "article_tag"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tag', 'tag_id', 'visible_from');
CREATE TRIGGER "article_tag_changed_counts" AFTER UPDATE ON "article_tag"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tag', 'tag_id', 'visible_from');
CREATE TRIGGER "article_tag_removed_counts" AFTER DELETE ON "article_tag"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tag', 'tag_id', 'visible_from');

CREATE TRIGGER "article_author_added_counts" AFTER INSERT ON "article_author"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('author', 'author_id', 'visible_from');
CREATE TRIGGER "article_author_changed_counts" AFTER UPDATE ON "article_author"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('author', 'author_id', 'visible_from');
CREATE TRIGGER "article_author_removed_counts" AFTER DELETE ON "article_author"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('author', 'author_id', 'visible_from');

INSERT INTO "list_month" ("list", "list_id", "month", "stories")
SELECT list, list_id, month, count(*)
FROM (
  SELECT 'section' AS list, section_id AS list_id, month_of(visible_from) AS month, withdrawn_at FROM "article"
  UNION ALL
  SELECT 'archive', 0, month_of(first_published_at), withdrawn_at FROM "article"
  UNION ALL
  SELECT 'tag', tag_id, month_of(visible_from), withdrawn_at FROM "article_tag"
  UNION ALL
  SELECT 'author', author_id, month_of(visible_from), withdrawn_at FROM "article_author"
) places
WHERE withdrawn_at IS NULL
GROUP BY list, list_id, month;
