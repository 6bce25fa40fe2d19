-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "homeShownAt" TIMESTAMPTZ(3),
ADD COLUMN     "isAdministrator" BOOLEAN NOT NULL DEFAULT false;
