-- What a picture's place looks like while it is on its way. Null until the picture is published again.
ALTER TABLE "media" ADD COLUMN "colour" TEXT;
ALTER TABLE "media" ADD CONSTRAINT "media_colour" CHECK ("colour" ~ '^#[0-9a-f]{6}$');
