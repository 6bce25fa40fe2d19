-- CreateEnum
CREATE TYPE "FeedbackVisibility" AS ENUM ('shared', 'manager_only', 'anonymous');

-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('strength', 'gap');

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "visibility" "FeedbackVisibility" NOT NULL,
    "visibilityReason" TEXT,
    "messageLink" TEXT,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "frozenFor" DATE,
    "stepDoneAt" TIMESTAMPTZ(3),
    "requestId" UUID,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackVersion" (
    "feedbackId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "situation" TEXT,
    "behaviours" TEXT[],
    "observed" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "nextStep" TEXT,
    "nextStepOn" DATE,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedbackVersion_pkey" PRIMARY KEY ("feedbackId","version")
);

-- CreateTable
CREATE TABLE "FeedbackRequest" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "answerBy" DATE NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,

    CONSTRAINT "FeedbackRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackDraft" (
    "workspaceId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedbackDraft_pkey" PRIMARY KEY ("workspaceId","authorId","subjectId")
);

-- CreateTable
CREATE TABLE "DismissedHint" (
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DismissedHint_pkey" PRIMARY KEY ("workspaceId","memberId","rule")
);

-- CreateTable
CREATE TABLE "DevelopmentGoal" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "supporterId" TEXT,
    "material" TEXT,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "feedbackId" UUID,
    "reachedAt" TIMESTAMPTZ(3),
    "droppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DevelopmentGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalStep" (
    "goalId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "GoalStep_pkey" PRIMARY KEY ("goalId","position")
);

-- CreateTable
CREATE TABLE "GoalProgress" (
    "goalId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GoalProgress_pkey" PRIMARY KEY ("goalId","checkInId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_requestId_key" ON "Feedback"("requestId");

-- CreateIndex
CREATE INDEX "Feedback_workspaceId_subjectId_givenAt_idx" ON "Feedback"("workspaceId", "subjectId", "givenAt");

-- CreateIndex
CREATE INDEX "Feedback_workspaceId_authorId_givenAt_idx" ON "Feedback"("workspaceId", "authorId", "givenAt");

-- CreateIndex
CREATE INDEX "FeedbackRequest_workspaceId_askedId_idx" ON "FeedbackRequest"("workspaceId", "askedId");

-- CreateIndex
CREATE INDEX "FeedbackRequest_workspaceId_askedById_idx" ON "FeedbackRequest"("workspaceId", "askedById");

-- CreateIndex
CREATE INDEX "FeedbackRequest_workspaceId_subjectId_idx" ON "FeedbackRequest"("workspaceId", "subjectId");

-- CreateIndex
CREATE INDEX "DevelopmentGoal_workspaceId_memberId_idx" ON "DevelopmentGoal"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "DevelopmentGoal_feedbackId_idx" ON "DevelopmentGoal"("feedbackId");

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_workspaceId_subjectId_fkey" FOREIGN KEY ("workspaceId", "subjectId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "FeedbackRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackVersion" ADD CONSTRAINT "FeedbackVersion_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_workspaceId_askedById_fkey" FOREIGN KEY ("workspaceId", "askedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_workspaceId_askedId_fkey" FOREIGN KEY ("workspaceId", "askedId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_workspaceId_subjectId_fkey" FOREIGN KEY ("workspaceId", "subjectId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackDraft" ADD CONSTRAINT "FeedbackDraft_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DismissedHint" ADD CONSTRAINT "DismissedHint_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DevelopmentGoal" ADD CONSTRAINT "DevelopmentGoal_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DevelopmentGoal" ADD CONSTRAINT "DevelopmentGoal_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalStep" ADD CONSTRAINT "GoalStep_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "DevelopmentGoal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalProgress" ADD CONSTRAINT "GoalProgress_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "DevelopmentGoal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalProgress" ADD CONSTRAINT "GoalProgress_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;
