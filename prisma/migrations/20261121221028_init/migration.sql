-- CreateEnum
CREATE TYPE "Every" AS ENUM ('week', 'fortnight', 'month');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('pending', 'sending', 'sent', 'refreshing', 'skipped', 'dead');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('higher', 'lower');

-- CreateEnum
CREATE TYPE "Timing" AS ENUM ('leading', 'lagging');

-- CreateEnum
CREATE TYPE "MemberKind" AS ENUM ('person', 'guest', 'bot');

-- CreateEnum
CREATE TYPE "WhenNoWins" AS ENUM ('say_so', 'stay_silent');

-- CreateTable
CREATE TABLE "Cadence" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "every" "Every" NOT NULL,
    "day" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "reminderAfterDays" INTEGER,
    "windowDays" INTEGER NOT NULL,
    "definedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cadence_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "CadenceTeam" (
    "workspaceId" TEXT NOT NULL,
    "cadenceKey" TEXT NOT NULL,
    "teamKey" TEXT NOT NULL,

    CONSTRAINT "CadenceTeam_pkey" PRIMARY KEY ("workspaceId","cadenceKey","teamKey")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "cadenceKey" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "occursOn" DATE NOT NULL,
    "promptAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInAnswer" (
    "workspaceId" TEXT NOT NULL,
    "checkInId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "form" JSONB NOT NULL,
    "obstacle" TEXT,

    CONSTRAINT "CheckInAnswer_pkey" PRIMARY KEY ("checkInId","version")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'pending',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "channelId" TEXT,
    "threadTs" TEXT,
    "messageTs" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "refreshAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceLook" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Role_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "RoleMetric" (
    "workspaceId" TEXT NOT NULL,
    "roleKey" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RoleMetric_pkey" PRIMARY KEY ("workspaceId","roleKey","metricKey")
);

-- CreateTable
CREATE TABLE "Metric" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Metric_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "MetricDefinition" (
    "workspaceId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "Direction" NOT NULL,
    "timing" "Timing" NOT NULL,
    "source" TEXT NOT NULL,
    "definedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MetricDefinition_pkey" PRIMARY KEY ("workspaceId","metricKey","version")
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "definitionVersion" INTEGER NOT NULL,
    "periodOn" DATE NOT NULL,
    "value" DECIMAL(30,10),
    "source" TEXT NOT NULL,
    "checkInId" UUID,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" UUID,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "MemberKind" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "timeZone" TEXT NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),
    "directMessageId" TEXT,
    "teamKey" TEXT,
    "teamSince" TIMESTAMPTZ(3),
    "roleKey" TEXT,
    "managerId" TEXT,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Team" (
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "managerId" TEXT,
    "channelId" TEXT,
    "digestDay" INTEGER NOT NULL DEFAULT 5,
    "digestTime" TEXT NOT NULL DEFAULT '15:00',
    "digestTimeZone" TEXT NOT NULL DEFAULT 'Etc/UTC',
    "whenNoWins" "WhenNoWins" NOT NULL DEFAULT 'say_so',
    "definedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "cycleKey" TEXT NOT NULL,
    "cycleName" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "reviewOn" DATE NOT NULL,
    "evidenceFrom" DATE NOT NULL,
    "digestDaysBefore" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewPacket" (
    "reviewId" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "ReviewPacket_pkey" PRIMARY KEY ("reviewId")
);

-- CreateTable
CREATE TABLE "Win" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "whatChanged" TEXT NOT NULL,
    "wonOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "checkInId" UUID,

    CONSTRAINT "Win_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WinContributor" (
    "winId" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "WinContributor_pkey" PRIMARY KEY ("winId","memberId")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "membersSyncedAt" TIMESTAMPTZ(3),
    "pausedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeenEvent" (
    "workspaceId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeenEvent_pkey" PRIMARY KEY ("workspaceId","eventId")
);

-- CreateIndex
CREATE INDEX "CadenceTeam_workspaceId_teamKey_idx" ON "CadenceTeam"("workspaceId", "teamKey");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_memberId_occursOn_idx" ON "CheckIn"("workspaceId", "memberId", "occursOn");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_remindAt_idx" ON "CheckIn"("workspaceId", "remindAt");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_workspaceId_cadenceKey_memberId_occursOn_key" ON "CheckIn"("workspaceId", "cadenceKey", "memberId", "occursOn");

-- CreateIndex
CREATE INDEX "Delivery_status_dueAt_idx" ON "Delivery"("status", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_status_leaseUntil_idx" ON "Delivery"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Delivery_status_refreshAt_idx" ON "Delivery"("status", "refreshAt");

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_kind_occurrence_idx" ON "Delivery"("workspaceId", "kind", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_workspaceId_kind_recipient_occurrence_key" ON "Delivery"("workspaceId", "kind", "recipient", "occurrence");

-- CreateIndex
CREATE INDEX "EvidenceLook_workspaceId_subjectId_lookedAt_idx" ON "EvidenceLook"("workspaceId", "subjectId", "lookedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_supersedesId_key" ON "Observation"("supersedesId");

-- CreateIndex
CREATE INDEX "Observation_workspaceId_memberId_metricKey_periodOn_idx" ON "Observation"("workspaceId", "memberId", "metricKey", "periodOn");

-- CreateIndex
CREATE INDEX "Observation_checkInId_idx" ON "Observation"("checkInId");

-- CreateIndex
CREATE INDEX "Member_workspaceId_teamKey_idx" ON "Member"("workspaceId", "teamKey");

-- CreateIndex
CREATE INDEX "Member_workspaceId_managerId_idx" ON "Member"("workspaceId", "managerId");

-- CreateIndex
CREATE INDEX "Member_workspaceId_email_idx" ON "Member"("workspaceId", "email");

-- CreateIndex
CREATE INDEX "Review_workspaceId_reviewOn_idx" ON "Review"("workspaceId", "reviewOn");

-- CreateIndex
CREATE UNIQUE INDEX "Review_workspaceId_cycleKey_memberId_key" ON "Review"("workspaceId", "cycleKey", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Win_checkInId_key" ON "Win"("checkInId");

-- CreateIndex
CREATE INDEX "Win_workspaceId_wonOn_idx" ON "Win"("workspaceId", "wonOn");

-- CreateIndex
CREATE INDEX "Win_workspaceId_recordedById_idx" ON "Win"("workspaceId", "recordedById");

-- CreateIndex
CREATE INDEX "WinContributor_workspaceId_memberId_idx" ON "WinContributor"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "SeenEvent_seenAt_idx" ON "SeenEvent"("seenAt");

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CadenceTeam" ADD CONSTRAINT "CadenceTeam_workspaceId_cadenceKey_fkey" FOREIGN KEY ("workspaceId", "cadenceKey") REFERENCES "Cadence"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CadenceTeam" ADD CONSTRAINT "CadenceTeam_workspaceId_teamKey_fkey" FOREIGN KEY ("workspaceId", "teamKey") REFERENCES "Team"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_cadenceKey_fkey" FOREIGN KEY ("workspaceId", "cadenceKey") REFERENCES "Cadence"("workspaceId", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInAnswer" ADD CONSTRAINT "CheckInAnswer_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceLook" ADD CONSTRAINT "EvidenceLook_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleMetric" ADD CONSTRAINT "RoleMetric_workspaceId_roleKey_fkey" FOREIGN KEY ("workspaceId", "roleKey") REFERENCES "Role"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleMetric" ADD CONSTRAINT "RoleMetric_workspaceId_metricKey_fkey" FOREIGN KEY ("workspaceId", "metricKey") REFERENCES "Metric"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Metric" ADD CONSTRAINT "Metric_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetricDefinition" ADD CONSTRAINT "MetricDefinition_workspaceId_metricKey_fkey" FOREIGN KEY ("workspaceId", "metricKey") REFERENCES "Metric"("workspaceId", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_workspaceId_metricKey_definitionVersion_fkey" FOREIGN KEY ("workspaceId", "metricKey", "definitionVersion") REFERENCES "MetricDefinition"("workspaceId", "metricKey", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Observation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_teamKey_fkey" FOREIGN KEY ("workspaceId", "teamKey") REFERENCES "Team"("workspaceId", "key") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_roleKey_fkey" FOREIGN KEY ("workspaceId", "roleKey") REFERENCES "Role"("workspaceId", "key") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_managerId_fkey" FOREIGN KEY ("workspaceId", "managerId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewPacket" ADD CONSTRAINT "ReviewPacket_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_workspaceId_recordedById_fkey" FOREIGN KEY ("workspaceId", "recordedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinContributor" ADD CONSTRAINT "WinContributor_winId_fkey" FOREIGN KEY ("winId") REFERENCES "Win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinContributor" ADD CONSTRAINT "WinContributor_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeenEvent" ADD CONSTRAINT "SeenEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
