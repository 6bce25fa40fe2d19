-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN     "evidenceFileBytes" INTEGER,
ADD COLUMN     "evidenceFileId" TEXT,
ADD COLUMN     "evidenceFileName" TEXT;
