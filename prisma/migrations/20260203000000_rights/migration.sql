-- By what right a story's picture is shown. Stories published before files had to say it have none.
ALTER TABLE "article" ADD COLUMN "image_rights" TEXT;
ALTER TABLE "article" ADD CONSTRAINT "article_image_rights_of_image" CHECK (
  "image_rights" IS NULL OR ("image_rights" <> '' AND "image_hash" IS NOT NULL)
);
