-- AlterTable
ALTER TABLE "PlanDraft" DROP CONSTRAINT "PlanDraft_pkey",
ADD COLUMN     "about" TEXT NOT NULL,
ADD CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("workspaceId", "memberId", "authorId", "about");
