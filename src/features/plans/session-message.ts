import type { KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { latestOf, missingSigners, type Plan, type PlanVersion } from './plan.ts';
import { changeButton, shareButton, signButton } from './plan-button.ts';
import { changeWords, historyBlocks, itemWords, planTime, signatureWords } from './plan-text-message.ts';
import { type TargetChange, targetChanges, targetHistory } from './target-changes.ts';

/** The alignment session: the plan as it stands now, and the ways to go on. */
export function sessionMessage(plan: Plan): Message {
  const version = latestOf(plan);
  const isAgreed = version.agreedAt !== null;
  return {
    text: `${titleOf(version)}: ${isAgreed ? 'agreed' : 'to be signed'}`,
    blocks: [
      header('Agreeing on a plan'),
      ...sessionBlocks(plan),
      actions('plan_session', [
        ...(isAgreed ? [] : [signButton(version)]),
        changeButton(version),
        ...(isAgreed ? [shareButton(version)] : []),
      ]),
      context(
        isAgreed
          ? 'A change makes a new version, which all of you sign again. Until then this one holds.'
          : 'Talk it over here. The employee or the manager changes it; each change makes a new version and asks for all signatures again.',
      ),
    ],
  };
}

/** The latest version: what is aimed at and why, what changed, and who signed. */
export function sessionBlocks(plan: Plan): KnownBlock[] {
  const version = latestOf(plan);
  const inForce = version.agreedAt === null ? '' : ' It is in force.';
  return [
    section(`*${titleOf(version)}*\n${cut(escapeMrkdwn(version.reason), 1000)}`),
    ...version.items.map((item) => section(itemWords(item))),
    ...changeBlocks(plan, version),
    divider(),
    section(`*Version ${version.version}*, written by <@${version.writtenById}>. ${signatureWords(version)}${inForce}`),
  ];
}

function titleOf(version: PlanVersion): string {
  return `Plan of <@${version.memberId}>, ${planTime(version)}`;
}

/** For a group that a later version does not name any more: it is told so, and no more. */
export function movedOnMessage(plan: Plan): Message {
  const text = `The plan of <@${plan.memberId}> goes on with other people: a later version names others to sign it. \`/plan\` shows you what you signed.`;
  return { text, blocks: [section(text)] };
}

function changeBlocks(plan: Plan, version: PlanVersion) {
  const before = plan.versions.findLast((one) => one.version < version.version);
  const changes = before ? targetChanges(before, version) : [];
  if (version.agreedAt !== null || !before) return historyBlocks(targetHistory(plan.versions));
  const words = changes.length === 0 ? ['People, days or reasons; no number.'] : changes.map(line);
  return [section(cut(`*What version ${version.version} changes*\n${words.join('\n')}`, 2800))];
}

function line(change: TargetChange): string {
  return `• *${cut(escapeMrkdwn(change.name), 75)}*: ${cut(escapeMrkdwn(change.what), 300)}, from ${readableDay(change.from)}`;
}

/** A reply in the session, for what a message that changes in place tells nobody. */
export function newsMessage(plan: Plan, version: PlanVersion, news: 'written' | 'agreed'): Message {
  if (news === 'agreed') {
    const text = `Everybody has signed version ${version.version}. The plan is in force from ${readableDay(version.holdsFrom)}.`;
    return { text, blocks: [section(text)] };
  }
  const latest = latestOf(plan);
  const missing = missingSigners(version).map(({ memberId }) => `<@${memberId}>`);
  const wanted =
    latest.version > version.version
      ? 'A later version has taken its place.'
      : missing.length === 0
        ? 'Everybody has signed it.'
        : `It needs every signature anew. Missing: ${missing.join(', ')}.`;
  const before = plan.versions.findLast((one) => one.version < version.version);
  const changes = before ? targetChanges(before, version) : [];
  const what = changes.map(changeWords).join('\n');
  const text = `<@${version.writtenById}> wrote version ${version.version}. ${wanted}`;
  return { text, blocks: [section(text), ...(what ? [context(cut(what, 2000))] : [])] };
}
