-- AlterTable
ALTER TABLE "EvidenceLook" ADD COLUMN     "metricKeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "parts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "sponsorIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
