-- A list is read from one index, however long it is: what says whether a story is visible, and where it stands,
-- is in the index itself, also in those of the tables that say which tags and authors a story has.

ALTER TABLE "article_tag" ADD COLUMN "visible_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
ALTER TABLE "article_author" ADD COLUMN "visible_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
UPDATE "article_tag" SET ("visible_from", "withdrawn_at") =
  (SELECT article.visible_from, article.withdrawn_at FROM "article" WHERE article.id = article_id);
UPDATE "article_author" SET ("visible_from", "withdrawn_at") =
  (SELECT article.visible_from, article.withdrawn_at FROM "article" WHERE article.id = article_id);

-- Nobody writes these columns but the two triggers below: a name stands in its lists where its story stands.
CREATE FUNCTION "stand_as_story"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT article.visible_from, article.withdrawn_at INTO NEW.visible_from, NEW.withdrawn_at
  FROM article WHERE article.id = NEW.article_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "article_tag_stands_as_story" BEFORE INSERT ON "article_tag"
  FOR EACH ROW EXECUTE FUNCTION "stand_as_story"();
CREATE TRIGGER "article_author_stands_as_story" BEFORE INSERT ON "article_author"
  FOR EACH ROW EXECUTE FUNCTION "stand_as_story"();

CREATE FUNCTION "move_names_with_story"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_tag SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE article_author SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "article_moves_names" AFTER UPDATE OF "visible_from", "withdrawn_at" ON "article"
  FOR EACH ROW WHEN (
    (OLD.visible_from, OLD.withdrawn_at) IS DISTINCT FROM (NEW.visible_from, NEW.withdrawn_at)
  ) EXECUTE FUNCTION "move_names_with_story"();

DROP INDEX "article_tag_tag_id_article_id_idx";
CREATE INDEX "article_tag_tag_id_visible_from_article_id_idx"
  ON "article_tag"("tag_id", "visible_from" DESC, "article_id" DESC) INCLUDE ("withdrawn_at");
DROP INDEX "article_author_author_id_article_id_idx";
CREATE INDEX "article_author_author_id_visible_from_article_id_idx"
  ON "article_author"("author_id", "visible_from" DESC, "article_id" DESC) INCLUDE ("withdrawn_at");

DROP INDEX "article_section_id_visible_from_id_idx";
CREATE INDEX "article_section_id_visible_from_id_idx"
  ON "article"("section_id", "visible_from" DESC, "id" DESC) INCLUDE ("withdrawn_at");
DROP INDEX "article_visible_from_id_idx";
CREATE INDEX "article_visible_from_id_idx"
  ON "article"("visible_from" DESC, "id" DESC) INCLUDE ("withdrawn_at");
DROP INDEX "article_first_published_at_id_idx";
CREATE INDEX "article_first_published_at_id_idx"
  ON "article"("first_published_at" DESC, "id" DESC) INCLUDE ("visible_from", "withdrawn_at");

COMMENT ON INDEX "article_tag_tag_id_visible_from_article_id_idx" IS 'Tag pages; candidates of related stories.';
COMMENT ON INDEX "article_author_author_id_visible_from_article_id_idx" IS 'Author pages.';
COMMENT ON INDEX "article_section_id_visible_from_id_idx" IS 'Section lists, previous and next in section.';
COMMENT ON INDEX "article_visible_from_id_idx" IS 'Newest stories of the whole paper: front page, site feeds.';
COMMENT ON INDEX "article_first_published_at_id_idx" IS 'Archive lists and calendars.';
