import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { findDelivery } from '../../platform/jobs/ledger.ts';
import { PLAN_NEWS, PLAN_SESSION } from './delivery-names.ts';
import { latestOf } from './plan.ts';
import { groupOf, readNewsOccurrence } from './plan-group.ts';
import { movedOnMessage, newsMessage, sessionMessage } from './session-message.ts';
import { findPlan } from './store.ts';

/** The plan in the group of those who are to sign it. It shows the latest version, whatever was said before. */
export const planSession: DeliveryKind = {
  name: PLAN_SESSION,
  describes: 'the alignment session of a plan, to everybody who is to sign it, in one group conversation',
  lateness: 'sent however late: it is what they asked for, and says what holds then',
  // People ask for it by a button, which plans it: nothing falls due by the clock.
  plan: async () => [],
  async compose(db, { workspaceId, occurrence, recipient }) {
    const plan = await findPlan(db, workspaceId, occurrence);
    if (!plan) return { outcome: 'skip', reason: 'the plan is gone' };
    const isTheirs = groupOf(latestOf(plan)) === recipient;
    return { outcome: 'message', message: isTheirs ? sessionMessage(plan) : movedOnMessage(plan) };
  },
};

/** A reply in the session when a version is written, and when it is agreed. */
export const planNews: DeliveryKind = {
  name: PLAN_NEWS,
  describes: 'a reply in the alignment session when a plan changes, and when everybody has signed it',
  lateness: 'sent unless a later version has taken its place by then',
  plan: async () => [],
  async compose(db, { workspaceId, occurrence, recipient, messageTs }, now) {
    const news = readNewsOccurrence(occurrence);
    const plan = news && (await findPlan(db, workspaceId, news.planId));
    const version = plan?.versions.find((one) => one.version === news?.version);
    if (!news || !plan || !version) return { outcome: 'skip', reason: 'the plan is gone' };
    const isOvertaken = latestOf(plan).version > version.version;
    if (isOvertaken && messageTs === null) return { outcome: 'skip', reason: 'a later version has taken its place' };
    const session = await findDelivery(db, { workspaceId, kind: PLAN_SESSION, occurrence: plan.id, recipient });
    if (!session || session.status === 'dead' || session.status === 'skipped') {
      return { outcome: 'skip', reason: 'its session was not sent' };
    }
    if (!session.messageTs) {
      return { outcome: 'wait', until: new Date(now.getTime() + 1000), reason: 'waits for its session' };
    }
    return { outcome: 'message', message: newsMessage(plan, version, news.news), threadTs: session.messageTs };
  },
};
