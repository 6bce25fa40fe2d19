-- DropIndex
DROP INDEX "Move_workspaceId_movedOn_idx";

-- AlterTable
ALTER TABLE "Move" DROP COLUMN "movedOn",
ADD COLUMN     "movedAt" TIMESTAMPTZ(3) NOT NULL;

-- CreateIndex
CREATE INDEX "Move_workspaceId_movedAt_idx" ON "Move"("workspaceId", "movedAt");
