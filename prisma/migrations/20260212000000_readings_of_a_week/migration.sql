-- Readings of days beside those of hours, and by section: the most read of a week, and of a section;
-- see docs/decisions/008-most-read.md.

-- Until it is there again, what deliveries add is refused, kept by them and added a minute later.
DROP FUNCTION add_readings(jsonb, timestamptz);

ALTER TABLE "reading" RENAME COLUMN "hour" TO "begins";
ALTER TABLE "reading"
  DROP CONSTRAINT "reading_pkey",
  DROP CONSTRAINT "reading_hour_is_whole",
  ADD COLUMN "hours" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "section_id" INTEGER;
DROP INDEX "reading_hour_readings_article_id_idx";

UPDATE "reading" SET "section_id" = "article"."section_id"
FROM "article" WHERE "article"."id" = "reading"."article_id";
INSERT INTO "reading" ("hours", "begins", "section_id", "article_id", "readings")
SELECT 24, date_bin('1 day', "begins", 'epoch'), "section_id", "article_id", sum("readings")
FROM "reading"
GROUP BY 2, 3, 4;

ALTER TABLE "reading"
  ALTER COLUMN "hours" DROP DEFAULT,
  ALTER COLUMN "section_id" SET NOT NULL,
  ADD CONSTRAINT "reading_pkey" PRIMARY KEY ("hours", "begins", "article_id"),
  ADD CONSTRAINT "reading_is_of_an_hour_or_a_day" CHECK ("hours" IN (1, 24)),
  ADD CONSTRAINT "reading_begins_with_its_period"
    CHECK ("begins" = date_bin("hours" * interval '1 hour', "begins", 'epoch'));

CREATE INDEX "reading_hours_begins_readings_article_id_idx"
  ON "reading"("hours", "begins", "readings" DESC, "article_id");
CREATE INDEX "reading_section_id_hours_begins_readings_article_id_idx"
  ON "reading"("section_id", "hours", "begins", "readings" DESC, "article_id");
COMMENT ON INDEX "reading_hours_begins_readings_article_id_idx" IS 'The most read stories of an hour or a day: the lists on the front page.';
COMMENT ON INDEX "reading_section_id_hours_begins_readings_article_id_idx" IS 'The same of a section: the lists on its page.';

-- In one order, so that two who add at once never wait for each other in a circle.
CREATE FUNCTION add_readings(counted jsonb, as_of timestamptz DEFAULT now()) RETURNS void
  LANGUAGE sql
  SET lock_timeout TO '1s'
BEGIN ATOMIC
  DELETE FROM reading WHERE hours = 1 AND begins < as_of - interval '2 days';
  DELETE FROM reading WHERE hours = 24 AND begins < as_of - interval '8 days';
  INSERT INTO reading (hours, begins, section_id, article_id, readings)
  SELECT told.hours, told.begins, article.section_id, article.id, sum(told.readings)
  FROM (
    SELECT id, readings, period.hours, as_of - period.kept AS since,
      date_bin(period.hours * interval '1 hour', least(hour, as_of), 'epoch') AS begins
    FROM jsonb_to_recordset(counted) AS counted (id uuid, hour timestamptz, readings integer)
    CROSS JOIN (VALUES (1, interval '2 days'), (24, interval '8 days')) AS period (hours, kept)
  ) told
  JOIN article ON article.id = told.id
  WHERE told.begins >= told.since
  GROUP BY told.hours, told.begins, article.id
  ORDER BY told.hours, told.begins, article.id
  ON CONFLICT (hours, begins, article_id) DO UPDATE
    SET readings = reading.readings + EXCLUDED.readings, section_id = EXCLUDED.section_id;
END;

COMMENT ON FUNCTION add_readings(jsonb, timestamptz) IS
  'Adds [{"id", "hour", "readings"}, …] to the counts of the hour and of the day (UTC), and removes hours older than two days and days older than eight. Stories that are not known are left out; an hour that has not begun counts as the present one, since clocks differ. Waits a second at most for others who add.';
