-- Corrections are a list like any other: each stands where its story stands, and they are counted by month.

ALTER TABLE "correction" ADD COLUMN "visible_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "story_number" INTEGER NOT NULL DEFAULT 1;
UPDATE "correction" SET ("visible_from", "withdrawn_at", "story_number") =
  (SELECT article.visible_from, article.withdrawn_at, article.number FROM "article" WHERE article.id = article_id);

CREATE FUNCTION "correction_stands_as_story"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT article.visible_from, article.withdrawn_at, article.number
  INTO NEW.visible_from, NEW.withdrawn_at, NEW.story_number
  FROM article WHERE article.id = NEW.article_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "correction_stands_as_story" BEFORE INSERT ON "correction"
  FOR EACH ROW EXECUTE FUNCTION "correction_stands_as_story"();

CREATE OR REPLACE FUNCTION "move_names_with_story"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_tag SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE article_author SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE correction SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  RETURN NULL;
END $$;

DROP INDEX "correction_at_idx";
CREATE INDEX "correction_at_article_id_position_idx"
  ON "correction"("at" DESC, "article_id" DESC, "position" DESC) INCLUDE ("visible_from", "withdrawn_at");
COMMENT ON INDEX "correction_at_article_id_position_idx" IS 'The corrections page, newest first.';
CREATE INDEX "correction_sitemap_at_idx"
  ON "correction"(sitemap_of("story_number"), "at" DESC) INCLUDE ("visible_from", "withdrawn_at");
COMMENT ON INDEX "correction_sitemap_at_idx" IS 'When a sitemap last changed.';

ALTER TABLE "list_month" DROP CONSTRAINT "list_month_list_known",
  ADD CONSTRAINT "list_month_list_known" CHECK ("list" IN ('section', 'tag', 'author', 'archive', 'correction'));

CREATE TRIGGER "correction_added_counts" AFTER INSERT ON "correction"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('correction', '0', 'at');
CREATE TRIGGER "correction_changed_counts" AFTER UPDATE ON "correction"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('correction', '0', 'at');
CREATE TRIGGER "correction_removed_counts" AFTER DELETE ON "correction"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('correction', '0', 'at');

INSERT INTO "list_month" ("list", "list_id", "month", "stories")
SELECT 'correction', 0, month_of(at), count(*) FROM "correction" WHERE withdrawn_at IS NULL GROUP BY 3;
