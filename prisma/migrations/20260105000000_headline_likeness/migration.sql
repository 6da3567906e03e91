-- A slug may be older than its headline: who remembers the headline finds the story by it as well.
CREATE INDEX "article_headline_trgm_idx" ON "article" USING GIN ("headline" gin_trgm_ops) WITH (fastupdate = off);
COMMENT ON INDEX "article_headline_trgm_idx" IS 'Stories whose headline is like a path that was not found.';
