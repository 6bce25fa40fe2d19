-- AlterTable
ALTER TABLE "WinContributor" ADD COLUMN     "teamKey" TEXT;

-- CreateIndex
CREATE INDEX "WinContributor_workspaceId_teamKey_idx" ON "WinContributor"("workspaceId", "teamKey");

-- What was told before this migration belongs to the teams of today. Authors take their part like everybody else.
UPDATE "WinContributor" SET "teamKey" = member."teamKey"
FROM "Member" member
WHERE member."workspaceId" = "WinContributor"."workspaceId" AND member."id" = "WinContributor"."memberId";

INSERT INTO "WinContributor" ("winId", "workspaceId", "memberId", "teamKey")
SELECT win."id", win."workspaceId", win."recordedById", member."teamKey"
FROM "Win" win
JOIN "Member" member ON member."workspaceId" = win."workspaceId" AND member."id" = win."recordedById"
ON CONFLICT DO NOTHING;
