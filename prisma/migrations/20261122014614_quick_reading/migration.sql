-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN     "memberId" TEXT;
UPDATE "Verdict" v SET "memberId" = o."memberId" FROM "Observation" o WHERE o.id = v."observationId";
ALTER TABLE "Verdict" ALTER COLUMN "memberId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Observation_corrections" ON "Observation"("workspaceId", "memberId") WHERE ("supersedesId" is not null);

-- CreateIndex
CREATE INDEX "Verdict_workspaceId_memberId_idx" ON "Verdict"("workspaceId", "memberId");
