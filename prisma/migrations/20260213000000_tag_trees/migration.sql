-- A tag that includes its children has a list of its own, each story once, so that its page is read and counted
-- like any other: until now all its stories were sorted anew at each rendering.

CREATE TABLE "article_tree" (
    "article_id" UUID NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_tree_pkey" PRIMARY KEY ("article_id", "tag_id"),
    CONSTRAINT "article_tree_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "article_tree_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "article_tree_tag_id_visible_from_article_id_idx"
  ON "article_tree"("tag_id", "visible_from" DESC, "article_id" DESC) INCLUDE ("withdrawn_at");

COMMENT ON TABLE "article_tree" IS
  'Stories of the tags that include their children: those that have the tag or one of the children. Kept by triggers.';
COMMENT ON INDEX "article_tree_tag_id_visible_from_article_id_idx" IS 'Pages of tags that include their children.';

-- Places and counts, as those of the other names.
ALTER TABLE "list_month" DROP CONSTRAINT "list_month_list_known",
  ADD CONSTRAINT "list_month_list_known" CHECK ("list" IN ('section', 'tag', 'tree', 'author', 'archive', 'correction'));

CREATE TRIGGER "article_tree_stands_as_story" BEFORE INSERT ON "article_tree"
  FOR EACH ROW EXECUTE FUNCTION "stand_as_story"();
CREATE TRIGGER "article_tree_added_counts" AFTER INSERT ON "article_tree"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tree', 'tag_id', 'visible_from');
CREATE TRIGGER "article_tree_changed_counts" AFTER UPDATE ON "article_tree"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tree', 'tag_id', 'visible_from');
CREATE TRIGGER "article_tree_removed_counts" AFTER DELETE ON "article_tree"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"('tree', 'tag_id', 'visible_from');

CREATE OR REPLACE FUNCTION "move_names_with_story"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_tag SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE article_tree SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE article_author SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  UPDATE correction SET visible_from = NEW.visible_from, withdrawn_at = NEW.withdrawn_at
  WHERE article_id = NEW.id;
  RETURN NULL;
END $$;

-- Which of these stories are in the lists of these tags, anew.
CREATE FUNCTION "place_in_trees"("stories" uuid[], "trees" integer[]) RETURNS void
  LANGUAGE sql AS $$
  WITH held AS MATERIALIZED (
    SELECT DISTINCT link.article_id, tree.id AS tag_id
    FROM tag tree
    JOIN tag member ON member.id = tree.id OR member.parent_id = tree.id
    JOIN article_tag link ON link.tag_id = member.id
    WHERE tree.includes_children AND tree.id = ANY(trees) AND link.article_id = ANY(stories)
  ), gone AS (
    DELETE FROM article_tree former
    WHERE former.article_id = ANY(stories) AND former.tag_id = ANY(trees)
      AND NOT EXISTS (
        SELECT FROM held WHERE held.article_id = former.article_id AND held.tag_id = former.tag_id
      )
  )
  INSERT INTO article_tree (article_id, tag_id)
  SELECT article_id, tag_id FROM held ORDER BY tag_id, article_id
  ON CONFLICT DO NOTHING
$$;

-- Stories got tags, or lost them.
CREATE FUNCTION "names_change_trees"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stories uuid[];
  tags integer[];
  trees integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(article_id), array_agg(DISTINCT tag_id) INTO stories, tags FROM added;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(article_id), array_agg(DISTINCT tag_id) INTO stories, tags FROM removed;
  ELSE
    SELECT array_agg(article_id), array_agg(DISTINCT tag_id) INTO stories, tags
    FROM (
      (SELECT article_id, tag_id FROM added EXCEPT SELECT article_id, tag_id FROM removed)
      UNION ALL
      (SELECT article_id, tag_id FROM removed EXCEPT SELECT article_id, tag_id FROM added)
    ) moved;
  END IF;
  SELECT array_agg(DISTINCT tree.id) INTO trees
  FROM tag member JOIN tag tree ON tree.id IN (member.id, member.parent_id)
  WHERE member.id = ANY(tags) AND tree.includes_children;
  IF trees IS NOT NULL THEN
    PERFORM place_in_trees(stories, trees);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "article_tag_added_trees" AFTER INSERT ON "article_tag"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "names_change_trees"();
CREATE TRIGGER "article_tag_changed_trees" AFTER UPDATE ON "article_tag"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "names_change_trees"();
CREATE TRIGGER "article_tag_removed_trees" AFTER DELETE ON "article_tag"
  REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "names_change_trees"();

-- A tag came under another, left it, or includes its children from now on, or no longer. A new tag has neither
-- stories nor children, and one with stories is never deleted.
CREATE FUNCTION "tag_changes_trees"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM place_in_trees(
    ARRAY(
      SELECT DISTINCT link.article_id
      FROM tag member JOIN article_tag link ON link.tag_id = member.id
      WHERE member.id = NEW.id OR member.parent_id = NEW.id
    ),
    ARRAY[NEW.id, OLD.parent_id, NEW.parent_id]
  );
  RETURN NULL;
END $$;
CREATE TRIGGER "tag_changed_trees" AFTER UPDATE OF "parent_id", "includes_children" ON "tag"
  FOR EACH ROW WHEN (
    (OLD.parent_id, OLD.includes_children) IS DISTINCT FROM (NEW.parent_id, NEW.includes_children)
  ) EXECUTE FUNCTION "tag_changes_trees"();

INSERT INTO "article_tree" ("article_id", "tag_id")
SELECT DISTINCT link.article_id, tree.id
FROM "tag" tree
JOIN "tag" member ON member.id = tree.id OR member.parent_id = tree.id
JOIN "article_tag" link ON link.tag_id = member.id
WHERE tree.includes_children;
