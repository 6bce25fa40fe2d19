-- DropIndex
DROP INDEX "Delivery_status_dueAt_idx";

-- DropIndex
DROP INDEX "Delivery_status_leaseUntil_idx";

-- DropIndex
DROP INDEX "Delivery_status_refreshAt_idx";

-- DropIndex
DROP INDEX "Delivery_workspaceId_kind_occurrence_idx";

-- DropIndex
DROP INDEX "Delivery_workspaceId_kind_recipient_occurrence_key";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "inDoubt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Workspace" DROP COLUMN "pausedUntil",
ADD COLUMN     "openedAheadAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MethodLimit" (
    "workspaceId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "spentUntil" TIMESTAMPTZ(3),

    CONSTRAINT "MethodLimit_pkey" PRIMARY KEY ("workspaceId","method")
);

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_status_place_dueAt_idx" ON "Delivery"("workspaceId", "status", "place", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_refreshAt_idx" ON "Delivery"("workspaceId", "refreshAt");

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_channelId_claimedAt_idx" ON "Delivery"("workspaceId", "channelId", "claimedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_workspaceId_kind_occurrence_recipient_key" ON "Delivery"("workspaceId", "kind", "occurrence", "recipient");

-- AddForeignKey
ALTER TABLE "MethodLimit" ADD CONSTRAINT "MethodLimit_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
