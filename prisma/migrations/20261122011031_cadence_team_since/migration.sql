-- AlterTable
ALTER TABLE "CadenceTeam" ADD COLUMN     "since" TIMESTAMPTZ(3);

-- The teams that are there have been asked since their cadence was defined.
UPDATE "CadenceTeam" t SET "since" = c."definedAt" FROM "Cadence" c
 WHERE c."workspaceId" = t."workspaceId" AND c."key" = t."cadenceKey";

ALTER TABLE "CadenceTeam" ALTER COLUMN "since" SET NOT NULL;
