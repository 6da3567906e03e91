-- How many stories each list has in all: the page of all tags tells it of hundreds of lists, whose months are
-- more with every year.
CREATE TABLE "list_total" (
    "list" TEXT NOT NULL,
    "list_id" INTEGER NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "list_total_pkey" PRIMARY KEY ("list", "list_id")
) WITH (fillfactor = 50);

COMMENT ON TABLE "list_total" IS 'Sums of list_month. Kept by triggers.';

CREATE FUNCTION "total_lists"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added CONSTANT text := 'SELECT list, list_id, stories FROM added';
  removed CONSTANT text := 'SELECT list, list_id, -stories FROM removed';
BEGIN
  EXECUTE
    'INSERT INTO list_total (list, list_id, stories)
     SELECT list, list_id, sum(stories)
     FROM (' || CASE TG_OP
       WHEN 'INSERT' THEN added
       WHEN 'DELETE' THEN removed
       ELSE added || ' UNION ALL ' || removed
     END || ') month
     GROUP BY list, list_id
     HAVING sum(stories) <> 0
     ORDER BY list, list_id
     ON CONFLICT (list, list_id) DO UPDATE SET stories = list_total.stories + excluded.stories';
  RETURN NULL;
END $$;

CREATE TRIGGER "list_month_added_totals" AFTER INSERT ON "list_month"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "total_lists"();
CREATE TRIGGER "list_month_changed_totals" AFTER UPDATE ON "list_month"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "total_lists"();
CREATE TRIGGER "list_month_removed_totals" AFTER DELETE ON "list_month"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "total_lists"();

INSERT INTO "list_total" ("list", "list_id", "stories")
SELECT list, list_id, sum(stories) FROM "list_month" GROUP BY list, list_id;
