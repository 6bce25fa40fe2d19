-- DropIndex
DROP INDEX "Delivery_workspaceId_channelId_claimedAt_idx";

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_claimedAt_idx" ON "Delivery"("workspaceId", "claimedAt");
