import type { BlockAction, ButtonAction, Context } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { noticeView } from '../../platform/slack/notice-view.ts';
import { openOver } from '../../platform/slack/open-over.ts';
import type { Registrar, SurfaceParts } from '../../platform/slack/registrar.ts';
import type { Subcommand } from '../../platform/slack/subcommand.ts';
import { updateOpenView } from '../../platform/slack/update-open-view.ts';
import { workspaceOf } from '../../platform/slack/workspace-of.ts';
import { CHALLENGE_BUTTON } from '../observations/challenge-button.ts';
import { EVIDENCE_FILE_BUTTON } from '../observations/evidence-file-button.ts';
import { ANSWER_FORM, challengeOfAnswer, readAnswerForm, sameValueError } from './answer-form.ts';
import { CHALLENGE_FORM, challengeFormErrors, evidenceFileErrors, readChallengeForm } from './challenge-form.ts';
import { CORRECT_FORM, readCorrectForm, sameAsBefore, valueOfCorrection } from './correct-form.ts';
import { FILE_COMES, NOT_HANDED_OVER, noFileWords } from './evidence-file-message.ts';
import { findEvidenceFile } from './find-evidence-file.ts';
import { openChallengeForm } from './open-challenge-form.ts';
import { openEvidenceFile, showEvidenceFile } from './open-evidence-file.ts';
import { openList } from './open-list.ts';
import { OPEN_LIST_BUTTON } from './open-list-button.ts';
import {
  findChallengedNumber,
  findNumber,
  openAnswerForm,
  openCorrectForm,
  openReasonForm,
} from './open-number-form.ts';
import { REASON_FORMS, type ReasonKind, readReasonForm } from './reason-form.ts';
import { recordAnswer } from './record-answer.ts';
import { recordChallenge } from './record-challenge.ts';
import { recordDecision } from './record-decision.ts';
import { recordCorrected, recordReturned, recordVerified } from './record-verdicts.ts';
import {
  ANSWER_CHALLENGE_BUTTON,
  CORRECT_BUTTON,
  LEAVE_OPEN_BUTTON,
  RETURN_BUTTON,
  STANDS_BUTTON,
  VERIFY_BUTTON,
  VERIFY_SHOWN_BUTTON,
  waitingView,
} from './waiting-message.ts';

const GONE =
  'It was changed meanwhile, or it is not yours to decide any more. `/throughline verify` shows what waits for you.';
const NOTHING_TO_CHALLENGE =
  'There is no number here that you may challenge: none was reported, or each is challenged already.';

export const verificationSubcommands: Subcommand[] = [
  {
    word: 'verify',
    does: 'shows the numbers that you answer for and that wait for your word.',
    example: '/throughline verify',
    topic: 'numbers',
    isFor: ['data owner', 'manager'],
    mostFor: ['data owner'],
    open: async (db, { userId: actorId, ...asked }) => waitingView(await openList(db, { ...asked, actorId })),
  },
];

export function registerVerification(app: Registrar, { db, clock }: SurfaceParts): void {
  const asker = (context: Context, actorId: string) => ({
    workspaceId: workspaceOf(context),
    actorId,
    now: clock.now(),
  });

  function onForm(
    name: string | RegExp,
    open: (who: ReturnType<typeof asker>, value: string) => Promise<ModalView | undefined>,
    otherwise = GONE,
  ): void {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      await ack();
      const view = await open(asker(context, body.user.id), action.value ?? '');
      await openOver(client, body, view ?? noticeView('Numbers', otherwise));
    });
  }

  onForm(CORRECT_BUTTON, (who, observationId) => openCorrectForm(db, { ...who, observationId }));
  onForm(RETURN_BUTTON, (who, observationId) => openReasonForm(db, { ...who, observationId, kind: 'return_value' }));
  onForm(new RegExp(`^${STANDS_BUTTON}:`), (who, observationId) =>
    openReasonForm(db, { ...who, observationId, kind: 'source_stands' }),
  );
  onForm(LEAVE_OPEN_BUTTON, (who, observationId) => openReasonForm(db, { ...who, observationId, kind: 'leave_open' }));
  onForm(ANSWER_CHALLENGE_BUTTON, (who, challengeId) => openAnswerForm(db, { ...who, challengeId }));
  onForm(
    CHALLENGE_BUTTON,
    (who, value) => openChallengeForm(db, { ...who, memberIds: value.split(' ') }),
    NOTHING_TO_CHALLENGE,
  );
  onForm(OPEN_LIST_BUTTON, async (who) => waitingView(await openList(db, who)));

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${EVIDENCE_FILE_BUTTON}:`),
    async ({ action, body, ack, client, context }) => {
      await ack();
      const who = { ...asker(context, body.user.id), client };
      const opened = await openEvidenceFile(db, { ...who, challengeId: action.value ?? '' });
      if (opened.outcome !== 'opened') {
        await openOver(client, body, noticeView('Evidence', noFileWords(opened)));
        return;
      }
      // A large file takes longer than a window waits for its answer.
      if (body.view?.type === 'modal') await openOver(client, body, noticeView('Evidence', FILE_COMES));
      const { outcome } = await showEvidenceFile(db, who, opened);
      if (outcome === 'not-handed-over') await client.chat.postMessage({ channel: who.actorId, text: NOT_HANDED_OVER });
    },
  );

  for (const name of [VERIFY_BUTTON, VERIFY_SHOWN_BUTTON]) {
    app.action<BlockAction<ButtonAction>>(name, async ({ action, body, ack, client, context }) => {
      const who = asker(context, body.user.id);
      await recordVerified(db, { ...who, observationIds: (action.value ?? '').split(' ') });
      await ack();
      // A list that was delivered is brought up to date as every delivery is.
      if (body.view?.type !== 'modal') return;
      await updateOpenView(client, body.view.id, waitingView(await openList(db, who)));
    });
  }

  /** Before the form goes away, the list that lies under it shows what is left. */
  async function refreshList(client: WebClient, rootId: string | null, viewId: string, who: ReturnType<typeof asker>) {
    if (rootId === null || rootId === viewId) return;
    await updateOpenView(client, rootId, waitingView(await openList(db, who)));
  }

  for (const kind of REASON_FORMS) {
    app.view(kind, async ({ view, body, ack, client, context }) => {
      const form = readReasonForm(view);
      if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
      const who = asker(context, body.user.id);
      const { outcome } = await decide(kind, { ...who, ...form });
      if (outcome !== 'given' && outcome !== 'decided') {
        return ack({ response_action: 'update', view: noticeView('Not saved', GONE) });
      }
      await refreshList(client, view.root_view_id, view.id, who);
      await ack();
    });
  }

  function decide(kind: ReasonKind, says: Parameters<typeof recordReturned>[1]) {
    if (kind === 'return_value') return recordReturned(db, says);
    return recordDecision(db, { ...says, decides: kind === 'leave_open' ? 'leave-open' : 'stands' });
  }

  app.view(CORRECT_FORM, async ({ view, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const observationId = valueOfCorrection(view);
    const number = await findNumber(db, { ...who, observationId });
    const form = number && readCorrectForm(view, number);
    if (form && !form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const given = form ? await recordCorrected(db, { ...who, ...form, observationId }) : undefined;
    if (given?.outcome === 'same-value') return ack({ response_action: 'errors', errors: sameAsBefore() });
    if (given?.outcome !== 'given') return ack({ response_action: 'update', view: noticeView('Not saved', GONE) });
    await refreshList(client, view.root_view_id, view.id, who);
    await ack();
  });

  app.view(CHALLENGE_FORM, async ({ view, body, ack, client, context }) => {
    const form = readChallengeForm(view);
    if (!form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const given = form.fileId === null ? undefined : await findEvidenceFile(client, form.fileId);
    if (given && given.outcome !== 'found') {
      return ack({ response_action: 'errors', errors: evidenceFileErrors(given) });
    }
    const evidenceFile = given?.file ?? null;
    const done = await recordChallenge(db, { ...asker(context, body.user.id), ...form, evidenceFile });
    if (done.outcome === 'challenged') {
      const told = 'On record. Whoever it concerns is told; until it is answered, the number does not count.';
      return ack({ response_action: 'update', view: noticeView('Challenged', told) });
    }
    const because =
      done.outcome === 'already'
        ? 'Somebody challenged this number already. It does not count until that is answered.'
        : 'This number is not yours to challenge any more.';
    return ack({ response_action: 'errors', errors: challengeFormErrors(because) });
  });

  app.view(ANSWER_FORM, async ({ view, body, ack, client, context }) => {
    const who = asker(context, body.user.id);
    const challengeId = challengeOfAnswer(view);
    const number = await findChallengedNumber(db, { ...who, challengeId });
    const form = number && readAnswerForm(view, number);
    if (form && !form.ok) return ack({ response_action: 'errors', errors: form.errors });
    const done = form ? await recordAnswer(db, { ...who, ...form, challengeId }) : undefined;
    if (done?.outcome === 'same-value') return ack({ response_action: 'errors', errors: sameValueError() });
    if (done?.outcome !== 'answered') return ack({ response_action: 'update', view: noticeView('Not saved', GONE) });
    await refreshList(client, view.root_view_id, view.id, who);
    await ack();
  });
}
