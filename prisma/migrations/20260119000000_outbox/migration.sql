-- Outbox: what search engines and hubs are to be told, written by the transaction that publishes it.
-- See docs/decisions/014-outbox.md.
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "target" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "asked" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "outbox"
  ADD CONSTRAINT "outbox_target_is_url" CHECK ("target" ~ '^https?://'),
  ADD CONSTRAINT "outbox_subject_is_path" CHECK ("subject" ~ '^/'),
  ADD CONSTRAINT "outbox_state_known" CHECK ("state" IN ('waiting', 'sent', 'refused', 'exhausted')),
  ADD CONSTRAINT "outbox_asked_counts" CHECK ("asked" >= 1),
  ADD CONSTRAINT "outbox_attempts_count" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "outbox_retry_not_before_due" CHECK ("retry_at" >= "due_at"),
  ADD CONSTRAINT "outbox_sent_not_before_due" CHECK ("sent_at" >= "due_at"),
  ADD CONSTRAINT "outbox_sent_with_instant" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "outbox_failed_with_reason" CHECK ("state" NOT IN ('refused', 'exhausted') OR COALESCE("failure", '') <> '');

-- Prisma cannot say that an index is partial. Each is of few rows, however many were sent.
CREATE UNIQUE INDEX "outbox_open_key" ON "outbox"("target", "subject", "due_at") WHERE "state" <> 'sent';
COMMENT ON INDEX "outbox_open_key" IS 'What is not sent yet is not written twice.';
CREATE INDEX "outbox_due_idx" ON "outbox"("target", "due_at", "id") WHERE "state" = 'waiting';
COMMENT ON INDEX "outbox_due_idx" IS 'What is due for a target, oldest first.';
CREATE INDEX "outbox_paused_idx" ON "outbox"("target", "retry_at") WHERE "state" = 'waiting' AND "retry_at" IS NOT NULL;
COMMENT ON INDEX "outbox_paused_idx" IS 'Whether a target is left alone for a while.';
CREATE INDEX "outbox_refused_idx" ON "outbox"("target") WHERE "state" = 'refused';
COMMENT ON INDEX "outbox_refused_idx" IS 'Whether a target is left alone until an operator has mended something.';
CREATE INDEX "outbox_sent_at_idx" ON "outbox"("sent_at") WHERE "state" = 'sent';
COMMENT ON INDEX "outbox_sent_at_idx" IS 'What was sent long ago and can go.';
