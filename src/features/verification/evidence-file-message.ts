import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { EvidenceFileOpened } from './open-evidence-file.ts';

export const FILE_COMES = 'The file comes in your direct messages with Throughline, in a moment.';
export const NOT_HANDED_OVER =
  'Slack did not hand the file over. Press the button again in a minute; if it stays so, ask whoever gave it for it.';

/** Why there is no file to show, and what to do instead. */
export function noFileWords(opened: Exclude<EvidenceFileOpened, { outcome: 'opened' }>): string {
  if (opened.outcome === 'not-allowed') {
    return 'This file is shown to those who may see the number: whom it is about, the managers above them, partners who signed it, its data owner and sponsors. Ask one of them.';
  }
  const name = cut(escapeMrkdwn(opened.file.name), 200);
  return `Slack has the file ${name} no more: it was deleted. Ask <@${opened.challengerId}>, who gave it. What they wrote with it is still on record.`;
}
