import type { KnownBlock } from '@slack/types';
import { actions, context, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { impactMapSection } from '../metrics/impact-map-message.ts';
import { lineageButton } from '../metrics/lineage-button.ts';
import { challengeButton } from '../observations/challenge-button.ts';
import type { SeenPlans, ShownPlan } from './load-plans.ts';
import { latestOf, type PlanVersion } from './plan.ts';
import { alignButton, changeButton, draftButton, shareButton, signButton } from './plan-button.ts';
import { historyBlocks, itemWords, planTime, signatureWords } from './plan-text-message.ts';
import { itemStandingWords, scoreWords } from './standing-message.ts';

/** Five of these, and all that stands around them, stay under what Slack takes in one message. */
const ITEM_LENGTH = 1500;
const MOST_PLANS = 3;

/** `/plan`: what holds and what is being agreed on, how it stands, and what can be done; a message for each plan. */
export function plansMessages(seen: SeenPlans, today: CalendarDay): [Message, ...Message[]] {
  const { member, viewer, plans, impactMap } = seen;
  const title = viewer.isOwn ? 'Your plan' : `Plan: ${member.name}`;
  const [first, ...others] = plans.slice(-MOST_PLANS);
  if (!first) return [noPlanMessage(seen, title)];
  const last = others.at(-1) ?? first;
  const isLastAhead = latestOf(last.plan).from > today;
  const next =
    viewer.mayEdit && !isLastAhead ? [actions('next_plan', [draftButton(member.id, 'Plan the time after it…')])] : [];
  const page = (one: ShownPlan): Message => ({
    text: `${title}, ${planTime(one.version)}`,
    blocks: [
      header(title),
      ...(one === first ? impactMapSection(impactMap) : []),
      ...planBlocks(one, viewer),
      ...(one === last ? next : []),
    ],
  });
  return [page(first), ...others.map(page)];
}

function noPlanMessage({ member, viewer, impactMap }: SeenPlans, title: string): Message {
  const text = viewer.isOwn
    ? 'You have no plan yet. Draft it with your manager: a few metrics, what is aimed at, and why.'
    : `${escapeMrkdwn(member.name)} has no plan yet.`;
  const draft = viewer.mayEdit ? [actions('no_plan', [draftButton(member.id, 'Draft a plan…')])] : [];
  return { text, blocks: [header(title), section(text), ...impactMapSection(impactMap), ...draft] };
}

function planBlocks({ plan, standing, isSession, version }: ShownPlan, viewer: SeenPlans['viewer']): KnownBlock[] {
  const latest = latestOf(plan);
  const isAgreed = version.agreedAt !== null;
  const state = standing ? scoreWords(standing) : isAgreed ? 'agreed' : isSession ? 'to be signed' : 'a draft';
  const pending = latest.version > version.version && viewer.mayEdit ? latest : null;
  return [
    section(`*${planTime(version)}*: ${state}\n${cut(escapeMrkdwn(version.reason), 600)}`),
    ...version.items.map((item) => {
      const stands = standing?.items.find((one) => one.item.metricKey === item.metricKey);
      return section(cut(`${itemWords(item)}${stands ? `\n${itemStandingWords(stands)}` : ''}`, ITEM_LENGTH));
    }),
    ...(standing ? [actions('numbers', [lineageButton(plan.memberId), challengeButton([plan.memberId])])] : []),
    ...(standing ? historyBlocks(standing.history) : []),
    context(`Version ${version.version}. ${signatureWords(version)}`),
    ...(pending ? [section(pendingWords(pending))] : []),
    ...buttonsFor({ plan, standing, isSession, version }, viewer),
    ...(standing
      ? [
          context(
            'How it is counted: nothing up to the threshold, all at the target, the part of the way in between, up to the credit at the cap. A number that is missing, challenged or not verified is left out, not zero.',
          ),
        ]
      : []),
  ];
}

function pendingWords(pending: PlanVersion): string {
  return `*Version ${pending.version}* by <@${pending.writtenById}> is not in force yet. ${signatureWords(pending)}`;
}

function buttonsFor({ plan, isSession, version }: ShownPlan, viewer: SeenPlans['viewer']): KnownBlock[] {
  const latest = latestOf(plan);
  const own = latest.signers.find(({ memberId }) => memberId === viewer.id);
  const elements = [
    ...(isSession && own && own.signedAt === null ? [signButton(latest)] : []),
    ...(viewer.mayEdit && !isSession ? [alignButton(latest)] : []),
    ...(viewer.mayEdit ? [changeButton(latest)] : []),
    ...(viewer.mayEdit && version.agreedAt !== null ? [shareButton(version)] : []),
  ];
  return elements.length === 0 ? [] : [actions(`plan_${plan.id}`, elements)];
}
