-- CreateEnum
CREATE TYPE "Lens" AS ENUM ('financial', 'customer', 'internal_process', 'learning');

-- CreateEnum
CREATE TYPE "UnitFormat" AS ENUM ('count', 'percent', 'currency', 'duration', 'score');

-- CreateEnum
CREATE TYPE "Aggregation" AS ENUM ('last', 'sum', 'mean', 'median', 'minimum', 'maximum');

-- CreateEnum
CREATE TYPE "Frequency" AS ENUM ('week', 'fortnight', 'month', 'quarter');

-- CreateEnum
CREATE TYPE "ClientOutcome" AS ENUM ('retention', 'expansion', 'satisfaction', 'adoption', 'time_to_value', 'risk');

-- AlterTable
ALTER TABLE "MetricDefinition" ADD COLUMN     "aggregation" "Aggregation" NOT NULL DEFAULT 'last',
ADD COLUMN     "changeReason" TEXT,
ADD COLUMN     "counterMetricKey" TEXT,
ADD COLUMN     "dataOwnerId" TEXT,
ADD COLUMN     "definedById" TEXT,
ADD COLUMN     "dimensions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "dueAfterDays" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "format" "UnitFormat" NOT NULL DEFAULT 'count',
ADD COLUMN     "frequency" "Frequency" NOT NULL DEFAULT 'week',
ADD COLUMN     "isSalesTarget" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isSpeed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leadsToKey" TEXT,
ADD COLUMN     "lens" "Lens",
ADD COLUMN     "needsVerification" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scaleFrom" DECIMAL(30,10),
ADD COLUMN     "scaleTo" DECIMAL(30,10),
ADD COLUMN     "tolerancePercent" DECIMAL(30,10);

-- AlterTable
ALTER TABLE "Observation" ADD COLUMN     "dimensions" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "evidenceUrl" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "sourceKey" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ImpactRow" (
    "workspaceId" TEXT NOT NULL,
    "roleKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "activity" TEXT NOT NULL,
    "whyItMatters" TEXT NOT NULL,
    "outcome" "ClientOutcome" NOT NULL,
    "metricKeys" TEXT[],

    CONSTRAINT "ImpactRow_pkey" PRIMARY KEY ("workspaceId","roleKey","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "Observation_workspaceId_source_sourceKey_key" ON "Observation"("workspaceId", "source", "sourceKey");

-- AddForeignKey
ALTER TABLE "ImpactRow" ADD CONSTRAINT "ImpactRow_workspaceId_roleKey_fkey" FOREIGN KEY ("workspaceId", "roleKey") REFERENCES "Role"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;
