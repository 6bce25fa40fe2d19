-- CreateEnum
CREATE TYPE "ExperimentResult" AS ENUM ('worked', 'did_not_work', 'unclear');

-- CreateEnum
CREATE TYPE "MoveKind" AS ENUM ('opened', 'milestone', 'closed', 'waiting', 'released');

-- CreateEnum
CREATE TYPE "WinKind" AS ENUM ('adoption', 'time_to_value', 'renewal', 'expansion', 'satisfaction', 'risk_averted');

-- CreateEnum
CREATE TYPE "PartState" AS ENUM ('told', 'confirmed', 'corrected', 'declined');

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "leavesOut" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Win" ADD COLUMN     "clientKey" TEXT,
ADD COLUMN     "evidenceUrl" TEXT,
ADD COLUMN     "isShareable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "kind" "WinKind",
ADD COLUMN     "metricKey" TEXT,
ADD COLUMN     "revisedAt" TIMESTAMPTZ(3);

-- The same client is one client, however it was typed
UPDATE "Win" SET "clientKey" = lower(btrim(regexp_replace(normalize("client", NFKC), '\s+', ' ', 'g')));
ALTER TABLE "Win" ALTER COLUMN "clientKey" SET NOT NULL;

-- AlterTable
ALTER TABLE "WinContributor" ADD COLUMN     "part" TEXT,
ADD COLUMN     "partState" "PartState" NOT NULL DEFAULT 'told';

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "lessonsChannelId" TEXT,
ADD COLUMN     "lessonsDay" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "lessonsSince" TIMESTAMPTZ(3),
ADD COLUMN     "lessonsTime" TEXT NOT NULL DEFAULT '10:00',
ADD COLUMN     "lessonsTimeZone" TEXT NOT NULL DEFAULT 'Etc/UTC';

-- CreateTable
CREATE TABLE "Experiment" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "teamKey" TEXT,
    "bottleneck" TEXT NOT NULL,
    "proposal" TEXT,
    "hypothesis" TEXT,
    "change" TEXT,
    "metricKey" TEXT,
    "startsOn" DATE,
    "endsOn" DATE,
    "result" "ExperimentResult",
    "whatWasSeen" TEXT,
    "lesson" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Initiative" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sharedOutcome" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "whatCameOfIt" TEXT,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InitiativePart" (
    "initiativeId" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "teamKey" TEXT,
    "part" TEXT,

    CONSTRAINT "InitiativePart_pkey" PRIMARY KEY ("initiativeId","memberId")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "initiativeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "dueOn" DATE,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("initiativeId","position")
);

-- CreateTable
CREATE TABLE "Dependency" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "waitingTeamKey" TEXT NOT NULL,
    "onTeamKey" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "initiativeId" UUID,
    "sinceOn" DATE NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedById" TEXT,
    "releaseNote" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Move" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" "MoveKind" NOT NULL,
    "initiativeId" UUID,
    "dependencyId" UUID,
    "position" INTEGER,
    "movedOn" DATE NOT NULL,
    "movedById" TEXT NOT NULL,

    CONSTRAINT "Move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Celebration" (
    "deliveryId" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "reaction" TEXT NOT NULL,
    "reactedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Celebration_pkey" PRIMARY KEY ("deliveryId","memberId","reaction")
);

-- CreateIndex
CREATE INDEX "Experiment_workspaceId_finishedAt_idx" ON "Experiment"("workspaceId", "finishedAt");

-- CreateIndex
CREATE INDEX "Experiment_workspaceId_memberId_idx" ON "Experiment"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Initiative_workspaceId_closedAt_idx" ON "Initiative"("workspaceId", "closedAt");

-- CreateIndex
CREATE INDEX "InitiativePart_workspaceId_memberId_idx" ON "InitiativePart"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Dependency_workspaceId_waitingTeamKey_idx" ON "Dependency"("workspaceId", "waitingTeamKey");

-- CreateIndex
CREATE INDEX "Dependency_workspaceId_onTeamKey_idx" ON "Dependency"("workspaceId", "onTeamKey");

-- CreateIndex
CREATE INDEX "Move_workspaceId_movedOn_idx" ON "Move"("workspaceId", "movedOn");

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_channelId_messageTs_idx" ON "Delivery"("workspaceId", "channelId", "messageTs");

-- CreateIndex
CREATE INDEX "Win_workspaceId_clientKey_idx" ON "Win"("workspaceId", "clientKey");

-- AddForeignKey
ALTER TABLE "Experiment" ADD CONSTRAINT "Experiment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Experiment" ADD CONSTRAINT "Experiment_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_workspaceId_openedById_fkey" FOREIGN KEY ("workspaceId", "openedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativePart" ADD CONSTRAINT "InitiativePart_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativePart" ADD CONSTRAINT "InitiativePart_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_workspaceId_recordedById_fkey" FOREIGN KEY ("workspaceId", "recordedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Move" ADD CONSTRAINT "Move_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Move" ADD CONSTRAINT "Move_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Move" ADD CONSTRAINT "Move_dependencyId_fkey" FOREIGN KEY ("dependencyId") REFERENCES "Dependency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Celebration" ADD CONSTRAINT "Celebration_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;
