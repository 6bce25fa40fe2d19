/** What somebody typed behind `/progress`. Slack writes a mention as `<@U123|name>` when the manifest asks it to. */
export type ProgressRequest =
  | { asks: 'help' }
  | { asks: 'update' }
  | { asks: 'correct' }
  | { asks: 'own-people' }
  | { asks: 'member'; memberId: string }
  | { asks: 'team'; name: string };

export function readProgressRequest(text: string): ProgressRequest {
  const typed = text.trim();
  if (typed === '') return { asks: 'own-people' };
  const word = typed.toLowerCase();
  if (word === 'help' || word === 'update' || word === 'correct') return { asks: word };
  const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed);
  if (mention?.[1]) return { asks: 'member', memberId: mention[1] };
  // Slack makes a mention only of names it knows: this one is nobody's, whatever team there may be.
  if (typed.startsWith('@')) return { asks: 'member', memberId: typed };
  return { asks: 'team', name: typed.replace(/^#/, '') };
}

/** What is asked to be shown. */
export type ShownRequest = Exclude<ProgressRequest, { asks: 'help' | 'update' | 'correct' }>;
