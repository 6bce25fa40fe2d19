-- CreateEnum
CREATE TYPE "Excuse" AS ENUM ('away', 'holiday', 'skipped', 'opted_out', 'our_downtime');

-- CreateEnum
CREATE TYPE "AbsenceSource" AS ENUM ('home', 'slack_status');

-- AlterEnum
ALTER TYPE "Every" ADD VALUE 'quarter';

-- AlterTable
ALTER TABLE "Cadence" ADD COLUMN     "endsOn" DATE,
ADD COLUMN     "graceDays" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "pausedUntil" DATE,
ADD COLUMN     "reminders" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "day" DROP NOT NULL;

-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "excuse" "Excuse",
ADD COLUMN     "excusedBecause" TEXT,
ADD COLUMN     "missedToldAt" TIMESTAMPTZ(3),
ADD COLUMN     "movedBecause" TEXT,
ADD COLUMN     "periodOn" DATE,
ADD COLUMN     "reminded" INTEGER NOT NULL DEFAULT 0;

-- What was asked before this migration belongs to the week or month that it fell in.
UPDATE "CheckIn" SET "periodOn" = date_trunc(CASE WHEN cadence."every" = 'month' THEN 'month' ELSE 'week' END, "CheckIn"."occursOn")
FROM "Cadence" cadence
WHERE cadence."workspaceId" = "CheckIn"."workspaceId" AND cadence."key" = "CheckIn"."cadenceKey";

ALTER TABLE "CheckIn" ALTER COLUMN "periodOn" SET NOT NULL;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "holidayRegion" TEXT,
ADD COLUMN     "workingDays" INTEGER[];

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "holidayRegion" TEXT,
ADD COLUMN     "quietFrom" TEXT NOT NULL DEFAULT '19:00',
ADD COLUMN     "quietUntil" TEXT NOT NULL DEFAULT '07:00',
ADD COLUMN     "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[];

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "readsStatus" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CadenceOptOut" (
    "workspaceId" TEXT NOT NULL,
    "cadenceKey" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "reason" TEXT,
    "optedOutAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CadenceOptOut_pkey" PRIMARY KEY ("workspaceId","cadenceKey","memberId")
);

-- CreateTable
CREATE TABLE "CheckInDraft" (
    "workspaceId" TEXT NOT NULL,
    "cadenceKey" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "occursOn" DATE NOT NULL,
    "typed" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckInDraft_pkey" PRIMARY KEY ("workspaceId","cadenceKey","memberId","occursOn")
);

-- CreateTable
CREATE TABLE "CompanyHoliday" (
    "workspaceId" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,

    CONSTRAINT "CompanyHoliday_pkey" PRIMARY KEY ("workspaceId","on","region")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "awayFrom" DATE NOT NULL,
    "awayUntil" DATE NOT NULL,
    "source" "AbsenceSource" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_workspaceId_memberId_awayUntil_idx" ON "Absence"("workspaceId", "memberId", "awayUntil");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_closesAt_idx" ON "CheckIn"("workspaceId", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_workspaceId_cadenceKey_memberId_periodOn_key" ON "CheckIn"("workspaceId", "cadenceKey", "memberId", "periodOn");

-- AddForeignKey
ALTER TABLE "CadenceOptOut" ADD CONSTRAINT "CadenceOptOut_workspaceId_cadenceKey_fkey" FOREIGN KEY ("workspaceId", "cadenceKey") REFERENCES "Cadence"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CadenceOptOut" ADD CONSTRAINT "CadenceOptOut_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInDraft" ADD CONSTRAINT "CheckInDraft_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyHoliday" ADD CONSTRAINT "CompanyHoliday_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
