import type { KnownBlock } from '@slack/types';
import { actions, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { lineageButton } from '../metrics/lineage-button.ts';
import type { ReadSignal } from './load-told-signals.ts';
import { numberName } from './number-name.ts';
import { interpretButton } from './numbers-button.ts';
import { readableInterpretation, readableSignal, saidOf } from './readable-signal.ts';

/** With a button each, and what else stands in the message, these stay under what Slack takes. */
const MOST = 12;
const LINE_LENGTH = 240;

/** For a manager, among what else they hear of their people. Empty where nothing was told. */
export function signalsPart(signals: readonly ReadSignal[]): KnownBlock[] {
  if (signals.length === 0) return [];
  const more = signals.length - MOST;
  return [
    section('*Worth talking about*'),
    ...signals
      .slice(0, MOST)
      .map((signal) =>
        section(
          cut(`• <@${signal.memberId}>, ${signalWords(signal)}`, LINE_LENGTH),
          lineageButton(signal.memberId, signal.reading.metric.key),
        ),
      ),
    ...(more > 0 ? [context(`…and ${more} more; \`/progress\` shows everybody.`)] : []),
    context(
      'Out of the usual, and no verdict: ask what lies behind it. They read the same, in their own working hours.',
    ),
  ];
}

/** To a member, at the moment at which their manager reads the same. */
export function ownSignalsMessage(signals: readonly ReadSignal[]): Message {
  const text = 'Worth talking about in your numbers';
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...signals
        .slice(0, MOST)
        .map((signal) =>
          section(
            `• ${signalWords(signal)}`,
            signal.read && interpretButton(numberName(signal.reading.metric.key, signal.read.period.from)),
          ),
        ),
      ...signals.slice(0, 1).map(({ memberId }) => actions('numbers', [lineageButton(memberId)])),
      context(
        'Out of the usual, and no verdict. Your manager reads the same, in their own working hours; what you say it means stands beside the number wherever it is shown.',
      ),
    ],
  };
}

function signalWords({ reading, read }: ReadSignal): string {
  const name = escapeMrkdwn(cut(reading.metric.name, 80));
  if (!read) return `${name}: not any more, the number was corrected, taken back or waits for an answer`;
  const said = saidOf(reading, read).slice(-1).map(readableInterpretation);
  return `${name}: ${cut(escapeMrkdwn([readableSignal(reading, read), ...said].join('. ')), 700)}`;
}
