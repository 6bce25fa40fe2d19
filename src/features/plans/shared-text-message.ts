import { context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { PlanVersion } from './plan.ts';
import { goalWords, planTime } from './plan-text-message.ts';
import { short } from './target-changes.ts';

/** The plan in plain words, for people who have no part in it: what is aimed at and why, not what was reported. */
export function sharedText(version: PlanVersion): string {
  const lines = version.items.map((item) => {
    const why = cut(escapeMrkdwn(item.reason), 180);
    return `• *${cut(escapeMrkdwn(item.name), 75)}* (${short(item.weight)}%): ${cut(goalWords(item), 160)}. ${why}`;
  });
  const signed = version.signers.map(({ memberId }) => `<@${memberId}>`).join(', ');
  const about = `*What <@${version.memberId}> aims at*, ${planTime(version)}\n${cut(escapeMrkdwn(version.reason), 400)}`;
  return `${about}\n${lines.join('\n')}\nAgreed by ${signed}.`;
}

export function sharedMessage(version: PlanVersion, sharedById: string): Message {
  const text = sharedText(version);
  return {
    text: `What <@${version.memberId}> aims at, ${planTime(version)}`,
    blocks: [section(text), context(`Shared by <@${sharedById}>. Throughline keeps who signed which version.`)],
  };
}
