-- CreateTable
CREATE TABLE "FormerTeam" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "teamKey" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormerTeam_pkey" PRIMARY KEY ("workspaceId","memberId","until")
);

-- AddForeignKey
ALTER TABLE "FormerTeam" ADD CONSTRAINT "FormerTeam_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
