-- What editors do with stories before and after readers see them.

-- A draft is stored and seen by nobody: it becomes visible at an instant that never comes
-- (lib/store/visibility.ts, NEVER).
ALTER TABLE "article" ADD COLUMN "draft" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "article" DROP CONSTRAINT "article_visible_from_later_of_two";
ALTER TABLE "article" ADD CONSTRAINT "article_visible_from_later_of_two" CHECK (
  "visible_from" = CASE WHEN "draft" THEN timestamptz '9999-12-31T00:00:00Z'
    ELSE GREATEST("first_published_at", "embargoed_until") END
);

ALTER TABLE "correction" ADD COLUMN "serious" BOOLEAN NOT NULL DEFAULT false;

-- The content folder as it was published last, byte for byte: `npm run export` writes it back.
-- Pictures are named by their hashes, and their bytes are in "media".
CREATE TABLE "content_file" (
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "checked_by" TEXT NOT NULL,
    "bytes" BYTEA,
    "media_hash" TEXT,

    CONSTRAINT "content_file_pkey" PRIMARY KEY ("path")
);

CREATE INDEX "content_file_media_hash_idx" ON "content_file"("media_hash");
COMMENT ON INDEX "content_file_media_hash_idx" IS 'Which pictures are still named.';

ALTER TABLE "content_file" ADD CONSTRAINT "content_file_media_hash_fkey" FOREIGN KEY ("media_hash") REFERENCES "media"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "content_file"
  ADD CONSTRAINT "content_file_path_plain" CHECK ("path" ~ '^[^/]+(/[^/]+)*$' AND "path" !~ '(^|/)\.'),
  ADD CONSTRAINT "content_file_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "content_file_text_or_picture" CHECK (("bytes" IS NULL) <> ("media_hash" IS NULL));
