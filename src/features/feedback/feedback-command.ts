/** What somebody typed behind `/feedback`. Slack writes a mention as `<@U123|name>` when the manifest asks it to. */
export type FeedbackCommand =
  | { asks: 'help' }
  | { asks: 'overview' }
  | { asks: 'give'; memberId: string }
  | { asks: 'ask'; memberId: string | null }
  /** Null: oneself. */
  | { asks: 'about'; memberId: string | null }
  | { asks: 'about-team'; team: string }
  | { asks: 'unclear' };

export function readFeedbackCommand(text: string): FeedbackCommand {
  const typed = text.trim();
  if (typed === '') return { asks: 'overview' };
  const [word = '', ...rest] = typed.split(/\s+/);
  const of = rest.join(' ');
  switch (word.toLowerCase()) {
    case 'help':
      return { asks: 'help' };
    case 'ask':
      return of === '' || isMe(of)
        ? { asks: 'ask', memberId: null }
        : withMember(of, (memberId) => ({ asks: 'ask', memberId }));
    case 'about': {
      if (of === '' || isMe(of)) return { asks: 'about', memberId: null };
      const memberId = mentioned(of);
      return memberId === undefined ? { asks: 'about-team', team: of.replace(/^#/, '') } : { asks: 'about', memberId };
    }
    default:
      return withMember(typed, (memberId) => ({ asks: 'give', memberId }));
  }
}

function isMe(words: string): boolean {
  return /^@?me$/i.test(words);
}

function withMember(typed: string, command: (memberId: string) => FeedbackCommand): FeedbackCommand {
  const memberId = mentioned(typed);
  return memberId === undefined ? { asks: 'unclear' } : command(memberId);
}

/** Slack makes a mention only of names it knows: another `@name` is nobody's. */
function mentioned(typed: string): string | undefined {
  const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1];
  return mention ?? (typed.startsWith('@') ? typed : undefined);
}
