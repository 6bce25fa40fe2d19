-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "shownHash" TEXT;

-- CreateTable
CREATE TABLE "ChangedNumber" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "checkInId" UUID,
    "isUrgent" BOOLEAN NOT NULL,

    CONSTRAINT "ChangedNumber_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChangedNumber_workspaceId_id_idx" ON "ChangedNumber"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "ChangedNumber" ADD CONSTRAINT "ChangedNumber_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever a number is read from is watched here, in the transaction that writes it, so that no writer has to remember.
-- One statement, however many rows it writes, leaves a row for each member and metric.

-- A value that takes the place of another, or is taken back, by a person, makes wrong what was shown.
CREATE FUNCTION note_changed_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChangedNumber" ("workspaceId", "memberId", "metricKey", "checkInId", "isUrgent")
  SELECT "workspaceId", "memberId", "metricKey", "checkInId",
         bool_or(TG_OP = 'UPDATE' OR ("supersedesId" IS NOT NULL AND "sourceKey" IS NULL))
    FROM changed
   GROUP BY "workspaceId", "memberId", "metricKey", "checkInId";
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM changed WHERE "supersedesId" IS NOT NULL AND "sourceKey" IS NULL) THEN
    PERFORM pg_notify('deliveries', 'numbers');
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_judged_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChangedNumber" ("workspaceId", "memberId", "metricKey", "isUrgent")
  SELECT DISTINCT value."workspaceId", value."memberId", value."metricKey", true
    FROM changed JOIN "Observation" value ON value.id = changed."observationId";
  PERFORM pg_notify('deliveries', 'numbers');
  RETURN NULL;
END $$;

CREATE FUNCTION note_discussed_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChangedNumber" ("workspaceId", "memberId", "metricKey", "isUrgent")
  SELECT DISTINCT "workspaceId", "memberId", "metricKey", true FROM changed;
  PERFORM pg_notify('deliveries', 'numbers');
  RETURN NULL;
END $$;

CREATE TRIGGER new_values AFTER INSERT ON "Observation"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_values();
CREATE TRIGGER changed_values AFTER UPDATE ON "Observation"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_values();
CREATE TRIGGER judged_values AFTER INSERT ON "Verdict"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_judged_values();
CREATE TRIGGER challenged_numbers AFTER INSERT ON "Challenge"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_discussed_numbers();
CREATE TRIGGER answered_challenges AFTER UPDATE ON "Challenge"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_discussed_numbers();
CREATE TRIGGER interpreted_numbers AFTER INSERT ON "Interpretation"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_discussed_numbers();
