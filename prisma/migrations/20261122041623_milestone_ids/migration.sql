-- A milestone has an id of its own: it keeps it wherever it stands in the list
ALTER TABLE "Milestone" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "Milestone" ALTER COLUMN "id" DROP DEFAULT,
DROP CONSTRAINT "Milestone_pkey",
ADD CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE INDEX "Milestone_initiativeId_idx" ON "Milestone"("initiativeId");

-- AlterTable
ALTER TABLE "Move" ADD COLUMN "milestoneId" UUID;

-- A move was written at the instant at which its milestone was reached: that tells them even where another was put above
UPDATE "Move" SET "milestoneId" = milestone.id
  FROM "Milestone" milestone
 WHERE "Move".kind = 'milestone' AND milestone."initiativeId" = "Move"."initiativeId" AND milestone."doneAt" = "Move"."movedAt";

-- What was reworded since it was reached has lost that instant: its move tells what stands in its place, as until now
UPDATE "Move" SET "milestoneId" = milestone.id
  FROM "Milestone" milestone
 WHERE "Move".kind = 'milestone' AND "Move"."milestoneId" IS NULL
   AND milestone."initiativeId" = "Move"."initiativeId" AND milestone.position = "Move".position;

-- AlterTable
ALTER TABLE "Move" DROP COLUMN "position";

-- CreateIndex
CREATE INDEX "Move_milestoneId_idx" ON "Move"("milestoneId");

-- AddForeignKey
ALTER TABLE "Move" ADD CONSTRAINT "Move_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
