-- Renditions: what readers get of a picture, made when first asked for and kept. They can be made
-- again at any time: DELETE FROM rendition is safe, and is how new settings reach old pictures.
CREATE TABLE "rendition" (
    "media_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "rendition_pkey" PRIMARY KEY ("media_hash","name")
);

-- Compressed already: Postgres need not try.
ALTER TABLE "rendition" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

ALTER TABLE "rendition" ADD CONSTRAINT "rendition_media_hash_fkey" FOREIGN KEY ("media_hash") REFERENCES "media"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "rendition"
  ADD CONSTRAINT "rendition_name_form" CHECK ("name" ~ '^[0-9a-z-]+\.(avif|webp|jpg)$'),
  ADD CONSTRAINT "rendition_bytes_filled" CHECK (length("bytes") > 0);
