-- A tag whose page and feeds hold the stories of the tags below it as well.
ALTER TABLE "tag" ADD COLUMN "includes_children" BOOLEAN NOT NULL DEFAULT false;
