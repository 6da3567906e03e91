-- Readings: how often each story was read, for the front page's list of the most read; see
-- docs/decisions/008-most-read.md.

-- One number for a story and an hour, and nothing of who read. No foreign key: to add a reading must
-- not wait for a publishing run that has the story's row in hand. Stories are never deleted.
CREATE TABLE "reading" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "article_id" UUID NOT NULL,
    "readings" INTEGER NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("hour","article_id")
);

CREATE INDEX "reading_hour_readings_article_id_idx" ON "reading"("hour", "readings" DESC, "article_id");
COMMENT ON INDEX "reading_hour_readings_article_id_idx" IS 'The most read stories of an hour: the list on the front page.';

ALTER TABLE "reading"
  ADD CONSTRAINT "reading_hour_is_whole" CHECK ("hour" = date_bin('1 hour', "hour", 'epoch')),
  ADD CONSTRAINT "reading_readings_positive" CHECK ("readings" > 0);

-- In one order, so that two who add at once never wait for each other in a circle.
CREATE FUNCTION add_readings(counted jsonb, as_of timestamptz DEFAULT now()) RETURNS void
  LANGUAGE sql
  SET lock_timeout TO '1s'
BEGIN ATOMIC
  DELETE FROM reading WHERE hour < as_of - interval '2 days';
  INSERT INTO reading (hour, article_id, readings)
  SELECT told.hour, told.id, sum(told.readings)
  FROM (
    SELECT id, readings, date_bin('1 hour', least(told.hour, as_of), 'epoch') AS hour
    FROM jsonb_to_recordset(counted) AS told (id uuid, hour timestamptz, readings integer)
  ) told
  JOIN article ON article.id = told.id
  WHERE told.hour >= as_of - interval '2 days'
  GROUP BY told.hour, told.id
  ORDER BY told.hour, told.id
  ON CONFLICT (hour, article_id) DO UPDATE SET readings = reading.readings + EXCLUDED.readings;
END;

COMMENT ON FUNCTION add_readings(jsonb, timestamptz) IS
  'Adds [{"id", "hour", "readings"}, …] to what is there, and removes what is older than two days. Stories that are not known are left out; an hour that has not begun counts as the present one, since clocks differ. Waits a second at most for others who add.';
