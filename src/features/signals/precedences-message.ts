import { context, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Precedence } from './load-precedences.ts';
import { HOW_IT_IS_TOLD, readablePrecedence } from './readable-precedence.ts';

const MOST = 20;

/** What was seen first, then what was not; nobody is named. */
export function precedencesMessage(precedences: readonly Precedence[], whom: string): Message {
  const text = `What tends to precede what, across ${whom}`;
  const seen = precedences.filter(({ finding }) => finding.outcome === 'tends-to-precede');
  const rest = precedences.filter(({ finding }) => finding.outcome !== 'tends-to-precede');
  const lines = (some: readonly Precedence[]) => {
    const shown = some.slice(0, MOST).map((one) => `• ${cut(escapeMrkdwn(readablePrecedence(one)), 400)}`);
    if (some.length > MOST) shown.push(`…and ${some.length - MOST} more, which an administrator can list for you.`);
    return cut(shown.join('\n'), 2900);
  };
  const none =
    precedences.length === 0
      ? 'Nobody has a leading and a lagging metric together yet. The workspace file says of each metric whether it leads or lags.'
      : 'Nothing yet.';
  return {
    text,
    blocks: [
      header(text),
      section(seen.length > 0 ? lines(seen) : none),
      ...(rest.length > 0 ? [section(`*Not seen, or too little to tell*\n${lines(rest)}`)] : []),
      context(HOW_IT_IS_TOLD),
    ],
  };
}
