-- Cards: what whoever links to a story shows of it, drawn when first asked for and kept. Each can be
-- drawn again at any time: DELETE FROM card is safe.
CREATE TABLE "card" (
    "article_id" UUID NOT NULL,
    "shape" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("article_id","shape")
);

-- Compressed already: Postgres need not try.
ALTER TABLE "card" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

ALTER TABLE "card" ADD CONSTRAINT "card_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "card"
  ADD CONSTRAINT "card_shape_known" CHECK ("shape" IN ('wide', '16x9', '4x3', 'square')),
  ADD CONSTRAINT "card_hash_form" CHECK ("hash" ~ '^[0-9a-f]{16}$'),
  ADD CONSTRAINT "card_bytes_filled" CHECK (length("bytes") > 0);
