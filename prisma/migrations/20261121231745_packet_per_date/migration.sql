-- AlterTable
ALTER TABLE "ReviewPacket" DROP CONSTRAINT "ReviewPacket_pkey",
ADD COLUMN     "reviewOn" DATE;

-- What was frozen before this migration was for the date that the review has.
UPDATE "ReviewPacket" SET "reviewOn" = review."reviewOn"
FROM "Review" review
WHERE review."id" = "ReviewPacket"."reviewId";

ALTER TABLE "ReviewPacket" ALTER COLUMN "reviewOn" SET NOT NULL,
ADD CONSTRAINT "ReviewPacket_pkey" PRIMARY KEY ("reviewId", "reviewOn");
