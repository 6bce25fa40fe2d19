-- AlterEnum
ALTER TYPE "Excuse" ADD VALUE 'not_asked';

-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "frozenAt" TIMESTAMPTZ(3),
ADD COLUMN     "frozenFor" DATE,
ADD COLUMN     "missedToldTo" TEXT,
ADD COLUMN     "promptGroup" UUID,
ADD COLUMN     "putOffUntil" TIMESTAMPTZ(3),
ADD COLUMN     "remindZone" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "tellAt" TIMESTAMPTZ(3);

-- What was asked before this migration was asked in a message of its own.
UPDATE "CheckIn" SET "promptGroup" = id;
-- Nothing is left to remind of where an answer stands.
UPDATE "CheckIn" SET "remindAt" = NULL WHERE "answeredAt" IS NOT NULL;

ALTER TABLE "CheckIn" ALTER COLUMN "promptGroup" SET NOT NULL;

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_promptGroup_idx" ON "CheckIn"("workspaceId", "promptGroup");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_tellAt_idx" ON "CheckIn"("workspaceId", "tellAt");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_missedToldTo_missedToldAt_idx" ON "CheckIn"("workspaceId", "missedToldTo", "missedToldAt");
