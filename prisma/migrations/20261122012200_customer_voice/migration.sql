-- CreateEnum
CREATE TYPE "VoiceSource" AS ENUM ('survey', 'support', 'call', 'email', 'form');

-- CreateEnum
CREATE TYPE "ScoreKind" AS ENUM ('nps', 'csat');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "linkKey" TEXT;

-- CreateTable
CREATE TABLE "CustomerVoice" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "client" TEXT,
    "segment" TEXT,
    "source" "VoiceSource" NOT NULL,
    "scoreKind" "ScoreKind",
    "scaleFrom" INTEGER,
    "scaleTo" INTEGER,
    "score" DECIMAL(8,2),
    "words" TEXT,
    "mayQuote" BOOLEAN NOT NULL,
    "saidOn" DATE NOT NULL,
    "memberIds" TEXT[],
    "metricKey" TEXT,
    "recordedById" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT,
    "originKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "linkId" UUID,
    "reason" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT,
    "supersedesId" UUID,

    CONSTRAINT "CustomerVoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormLink" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "segment" TEXT,
    "scoreKind" "ScoreKind" NOT NULL,
    "scaleFrom" INTEGER NOT NULL,
    "scaleTo" INTEGER NOT NULL,
    "memberIds" TEXT[],
    "metricKey" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CustomerVoice_linkId_key" ON "CustomerVoice"("linkId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerVoice_supersedesId_key" ON "CustomerVoice"("supersedesId");

-- CreateIndex
CREATE INDEX "CustomerVoice_workspaceId_saidOn_idx" ON "CustomerVoice"("workspaceId", "saidOn");

-- CreateIndex
CREATE INDEX "CustomerVoice_memberIds_idx" ON "CustomerVoice" USING GIN ("memberIds");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerVoice_workspaceId_origin_originKey_version_key" ON "CustomerVoice"("workspaceId", "origin", "originKey", "version");

-- CreateIndex
CREATE INDEX "FormLink_workspaceId_createdById_createdAt_idx" ON "FormLink"("workspaceId", "createdById", "createdAt");

-- AddForeignKey
ALTER TABLE "CustomerVoice" ADD CONSTRAINT "CustomerVoice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerVoice" ADD CONSTRAINT "CustomerVoice_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "FormLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerVoice" ADD CONSTRAINT "CustomerVoice_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "CustomerVoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormLink" ADD CONSTRAINT "FormLink_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
