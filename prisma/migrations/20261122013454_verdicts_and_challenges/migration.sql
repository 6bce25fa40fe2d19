-- CreateEnum
CREATE TYPE "VerdictKind" AS ENUM ('verified', 'returned', 'set_aside', 'left_open');

-- CreateEnum
CREATE TYPE "ChallengeAnswer" AS ENUM ('upheld', 'corrected', 'withdrawn');

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "observationId" UUID NOT NULL,
    "kind" "VerdictKind" NOT NULL,
    "reason" TEXT,
    "givenById" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "returnedTo" TEXT,
    "tellAt" TIMESTAMPTZ(3),

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "observationId" UUID NOT NULL,
    "memberId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "periodOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "challengerId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidenceUrl" TEXT,
    "challengedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" "ChallengeAnswer",
    "answerReason" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Verdict_observationId_idx" ON "Verdict"("observationId");

-- CreateIndex
CREATE INDEX "Verdict_workspaceId_returnedTo_tellAt_idx" ON "Verdict"("workspaceId", "returnedTo", "tellAt");

-- CreateIndex
CREATE INDEX "Challenge_workspaceId_memberId_metricKey_periodOn_idx" ON "Challenge"("workspaceId", "memberId", "metricKey", "periodOn");

-- CreateIndex
CREATE INDEX "Challenge_workspaceId_answeredAt_idx" ON "Challenge"("workspaceId", "answeredAt");

-- CreateIndex
CREATE INDEX "Challenge_observationId_idx" ON "Challenge"("observationId");

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
