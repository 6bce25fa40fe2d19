-- CreateTable
CREATE TABLE "ReturnedTo" (
    "verdictId" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tellAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReturnedTo_pkey" PRIMARY KEY ("verdictId","memberId")
);

-- CreateIndex
CREATE INDEX "ReturnedTo_workspaceId_memberId_tellAt_idx" ON "ReturnedTo"("workspaceId", "memberId", "tellAt");

-- AddForeignKey
ALTER TABLE "ReturnedTo" ADD CONSTRAINT "ReturnedTo_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnedTo" ADD CONSTRAINT "ReturnedTo_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who was told, or waits to be, stays so.
INSERT INTO "ReturnedTo" ("verdictId", "workspaceId", "memberId", "tellAt")
SELECT verdict.id, verdict."workspaceId", verdict."returnedTo", verdict."tellAt"
  FROM "Verdict" verdict
  JOIN "Member" member ON member."workspaceId" = verdict."workspaceId" AND member.id = verdict."returnedTo";

-- DropIndex
DROP INDEX "Verdict_workspaceId_returnedTo_tellAt_idx";

-- AlterTable
ALTER TABLE "Verdict" DROP COLUMN "returnedTo",
DROP COLUMN "tellAt";
