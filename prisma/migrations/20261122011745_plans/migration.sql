-- CreateEnum
CREATE TYPE "SignerCapacity" AS ENUM ('employee', 'manager', 'partner');

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sessionOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanVersion" (
    "planId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "holdsFrom" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanVersion_pkey" PRIMARY KEY ("planId","version")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "planId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "definitionVersion" INTEGER NOT NULL,
    "weight" DECIMAL(30,10) NOT NULL,
    "threshold" DECIMAL(30,10) NOT NULL,
    "target" DECIMAL(30,10) NOT NULL,
    "cap" DECIMAL(30,10),
    "capCredit" DECIMAL(30,10) NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("planId","version","metricKey")
);

-- CreateTable
CREATE TABLE "PlanSigner" (
    "planId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "capacity" "SignerCapacity" NOT NULL,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanSigner_pkey" PRIMARY KEY ("planId","version","memberId")
);

-- CreateTable
CREATE TABLE "PlanDraft" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("workspaceId","memberId","authorId")
);

-- CreateIndex
CREATE INDEX "Plan_workspaceId_memberId_idx" ON "Plan"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "PlanSigner_workspaceId_memberId_idx" ON "PlanSigner"("workspaceId", "memberId");

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanVersion" ADD CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanVersion" ADD CONSTRAINT "PlanVersion_workspaceId_writtenById_fkey" FOREIGN KEY ("workspaceId", "writtenById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_planId_version_fkey" FOREIGN KEY ("planId", "version") REFERENCES "PlanVersion"("planId", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_workspaceId_metricKey_definitionVersion_fkey" FOREIGN KEY ("workspaceId", "metricKey", "definitionVersion") REFERENCES "MetricDefinition"("workspaceId", "metricKey", "version") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSigner" ADD CONSTRAINT "PlanSigner_planId_version_fkey" FOREIGN KEY ("planId", "version") REFERENCES "PlanVersion"("planId", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSigner" ADD CONSTRAINT "PlanSigner_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDraft" ADD CONSTRAINT "PlanDraft_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDraft" ADD CONSTRAINT "PlanDraft_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
