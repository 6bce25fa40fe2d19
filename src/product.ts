import { findCheckInsShowing } from './features/check-ins/find-check-ins-showing.ts';
import { checkInPrompt, checkInReminder, missedCheckIns } from './features/check-ins/jobs.ts';
import { openAnswerOfWin } from './features/check-ins/open-answer-of-win.ts';
import { checkInHelp, registerCheckIns } from './features/check-ins/slack.ts';
import type { LinkSigner } from './features/customer-voice/create-link-signer.ts';
import { type FormParts, formEndpoints, voiceEndpoints } from './features/customer-voice/http.ts';
import { customerVoiceSubcommands, registerCustomerVoice } from './features/customer-voice/slack.ts';
import { deliveriesSubcommands, registerDeliveries } from './features/deliveries/slack.ts';
import { feedbackNews, feedbackReminder, feedbackRequest } from './features/feedback/jobs.ts';
import { feedbackHelp } from './features/feedback/refusal-message.ts';
import { registerFeedback } from './features/feedback/slack.ts';
import { sourceEndpoints } from './features/governance/http.ts';
import { sourceSubcommands } from './features/governance/slack.ts';
import type { WebParts } from './features/governance/web-parts.ts';
import { lessonsNote } from './features/growth/jobs.ts';
import { growthSubcommands, registerGrowth } from './features/growth/slack.ts';
import { registerHelp } from './features/help/slack.ts';
import { registerHome } from './features/home/slack.ts';
import { initiativesSubcommands, registerInitiatives } from './features/initiatives/slack.ts';
import { observationEndpoints } from './features/intake/http.ts';
import { registerIntake } from './features/intake/slack.ts';
import { metricsSubcommands, registerMetrics } from './features/metrics/slack.ts';
import type { FindMessagesShowing } from './features/observations/refresh-shown-numbers.ts';
import { registerObservations } from './features/observations/slack.ts';
import { registerPeople } from './features/people/slack.ts';
import { planNews, planSession } from './features/plans/jobs.ts';
import { planHelp, registerPlans } from './features/plans/slack.ts';
import { progressHelp, registerProgress } from './features/progress/slack.ts';
import { reviewDigest, reviewDigestPages } from './features/reviews/jobs.ts';
import { registerReviews, reviewSubcommands } from './features/reviews/slack.ts';
import { findSignalsShowing } from './features/signals/find-signals-showing.ts';
import { signalsToMember } from './features/signals/jobs.ts';
import { registerSignals, signalSubcommands } from './features/signals/slack.ts';
import { findVerificationShowing } from './features/verification/find-verification-showing.ts';
import { challengeAnswer, challengeNotice, returnedValues, verificationList } from './features/verification/jobs.ts';
import { registerVerification, verificationSubcommands } from './features/verification/slack.ts';
import { winDigest, winDigestStories, winPart } from './features/wins/jobs.ts';
import { refreshQuotingDigests } from './features/wins/refresh-quoting-digests.ts';
import { registerWins, winHelp } from './features/wins/slack.ts';
import { workspaceHelp, workspaceSubcommands } from './features/workspaces/slack.ts';
import type { DeliveryKind } from './platform/jobs/delivery-kind.ts';
import type { CommandHelp } from './platform/slack/command-help.ts';
import type { PicturingParts, Registrar } from './platform/slack/registrar.ts';
import type { Subcommand } from './platform/slack/subcommand.ts';
import type { Endpoint } from './platform/web/endpoint.ts';

// What the product says and answers. The only file that names every feature.

/** Everything the bot says first. */
export const deliveryKinds: DeliveryKind[] = [
  checkInPrompt,
  checkInReminder,
  missedCheckIns,
  signalsToMember,
  winDigest,
  winDigestStories,
  winPart,
  lessonsNote,
  reviewDigest,
  reviewDigestPages,
  feedbackRequest,
  feedbackReminder,
  feedbackNews,
  planSession,
  planNews,
  verificationList,
  returnedValues,
  challengeNotice,
  challengeAnswer,
];

/** Which messages of each feature show numbers, in the order in which they are marked. Frozen evidence is not among them. */
export const numbersShownIn: FindMessagesShowing[] = [findCheckInsShowing, findSignalsShowing, findVerificationShowing];

/** Every word behind `/throughline`. */
const subcommands: Subcommand[] = [
  ...metricsSubcommands,
  ...signalSubcommands,
  ...verificationSubcommands,
  ...customerVoiceSubcommands,
  ...initiativesSubcommands,
  ...growthSubcommands,
  ...reviewSubcommands,
  ...workspaceSubcommands,
  ...deliveriesSubcommands,
  ...sourceSubcommands,
];

/** What else can be typed; the order is that of the help. */
const otherCommands: CommandHelp[] = [
  ...checkInHelp,
  ...winHelp,
  ...feedbackHelp,
  ...planHelp,
  ...progressHelp,
  ...workspaceHelp,
];

/** Everything it answers. */
export function registerSurfaces(app: Registrar, parts: PicturingParts & { signer: LinkSigner }): void {
  registerHelp(app, { ...parts, subcommands, otherCommands });
  registerDeliveries(app, parts);
  registerPeople(app, parts);
  registerMetrics(app, parts);
  registerObservations(app, parts);
  registerIntake(app, parts);
  registerCustomerVoice(app, { ...parts, refreshQuoting: refreshQuotingDigests });
  registerInitiatives(app, parts);
  registerGrowth(app, parts);
  registerWins(app, { ...parts, openAnswer: openAnswerOfWin });
  registerSignals(app, parts);
  registerCheckIns(app, parts);
  registerPlans(app, parts);
  registerVerification(app, parts);
  registerProgress(app, parts);
  registerReviews(app, parts);
  registerFeedback(app, parts);
  registerHome(app, parts);
}

/** Every address that programs and customers may call. */
export function webEndpoints(parts: WebParts & Omit<FormParts, 'refreshQuoting'>): Endpoint[] {
  const voiceParts = { ...parts, refreshQuoting: refreshQuotingDigests };
  return [
    ...sourceEndpoints(parts),
    ...observationEndpoints(parts),
    ...voiceEndpoints(voiceParts),
    ...formEndpoints(voiceParts),
  ];
}
