-- DropIndex
DROP INDEX "Observation_workspaceId_source_sourceKey_key";

-- AlterTable
ALTER TABLE "Observation" ADD COLUMN     "sourceVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawalReason" TEXT,
ADD COLUMN     "withdrawnById" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Observation_workspaceId_source_sourceKey_sourceVersion_key" ON "Observation"("workspaceId", "source", "sourceKey", "sourceVersion");
