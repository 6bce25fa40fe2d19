import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Move } from './move.ts';

/** What moved, a line: `*Faster first value* reached a milestone: First client live`. */
export function moveLine({ kind, what, more, teamNames }: Move): string {
  const name = `*${cut(escapeMrkdwn(what), 150)}*`;
  const said = more ? `: ${cut(escapeMrkdwn(more), 200)}` : '';
  const [waiting = '', on = ''] = teamNames.map((one) => cut(escapeMrkdwn(one), 75));
  switch (kind) {
    case 'opened':
      return `${name} began${said}`;
    case 'milestone':
      return `${name} reached a milestone${said}`;
    case 'closed':
      return `${name} is done${said}`;
    case 'waiting':
      return `${waiting} waits for ${on}: ${name}`;
    case 'released':
      return `${waiting} waits for ${on} no more: ${name}${said}`;
  }
}
