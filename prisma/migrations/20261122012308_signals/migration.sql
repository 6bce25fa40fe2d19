-- CreateEnum
CREATE TYPE "InterpretationContext" AS ENUM ('resources', 'competing_priorities', 'market', 'other');

-- CreateTable
CREATE TABLE "Interpretation" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "periodOn" DATE NOT NULL,
    "meaning" TEXT NOT NULL,
    "context" "InterpretationContext" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Interpretation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignalGathering" (
    "workspaceId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "weekOn" DATE NOT NULL,
    "tellAt" TIMESTAMPTZ(3) NOT NULL,
    "gatheredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignalGathering_pkey" PRIMARY KEY ("workspaceId","managerId","weekOn")
);

-- CreateTable
CREATE TABLE "ToldSignal" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "periodOn" DATE NOT NULL,
    "toldToId" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ToldSignal_pkey" PRIMARY KEY ("workspaceId","memberId","metricKey","periodOn")
);

-- CreateTable
CREATE TABLE "UploadedPicture" (
    "workspaceId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UploadedPicture_pkey" PRIMARY KEY ("workspaceId","hash")
);

-- CreateIndex
CREATE INDEX "Interpretation_workspaceId_memberId_metricKey_periodOn_idx" ON "Interpretation"("workspaceId", "memberId", "metricKey", "periodOn");

-- CreateIndex
CREATE INDEX "SignalGathering_workspaceId_gatheredAt_tellAt_idx" ON "SignalGathering"("workspaceId", "gatheredAt", "tellAt");

-- CreateIndex
CREATE INDEX "ToldSignal_workspaceId_toldToId_toldAt_idx" ON "ToldSignal"("workspaceId", "toldToId", "toldAt");

-- AddForeignKey
ALTER TABLE "Interpretation" ADD CONSTRAINT "Interpretation_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalGathering" ADD CONSTRAINT "SignalGathering_workspaceId_managerId_fkey" FOREIGN KEY ("workspaceId", "managerId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToldSignal" ADD CONSTRAINT "ToldSignal_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadedPicture" ADD CONSTRAINT "UploadedPicture_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
