-- Stories of the archive by day as well: a month's calendar counted all its stories anew. A day of the month is a
-- list of its own, so that the tables and triggers of lists serve.
ALTER TABLE "list_month" DROP CONSTRAINT "list_month_list_known",
  ADD CONSTRAINT "list_month_list_known" CHECK ("list" IN ('section', 'tag', 'tree', 'author', 'archive', 'day', 'correction'));

CREATE FUNCTION "day_of"("at" timestamptz) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(day FROM "at" AT TIME ZONE 'UTC')::integer;

CREATE OR REPLACE FUNCTION "count_stories"() RETURNS trigger LANGUAGE plpgsql AS $$
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
       (''archive'', 0, month_of(first_published_at)),
       (''day'', day_of(first_published_at), month_of(first_published_at))
     ) AS place (list, list_id, month)
     WHERE withdrawn_at IS NULL
     GROUP BY list, list_id, month
     HAVING sum(sign) <> 0
     ORDER BY list, list_id, month
     ON CONFLICT (list, list_id, month) DO UPDATE SET stories = list_month.stories + excluded.stories';
  RETURN NULL;
END $$;

INSERT INTO "list_month" ("list", "list_id", "month", "stories")
SELECT 'day', day_of(first_published_at), month_of(first_published_at), count(*)
FROM "article" WHERE withdrawn_at IS NULL
GROUP BY 2, 3;
