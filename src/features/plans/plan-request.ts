/** What somebody typed behind `/plan`. Slack writes a mention as `<@U123|name>` when the manifest asks it to. */
export type PlanRequest =
  | { asks: 'help' }
  | { asks: 'unclear' }
  | { asks: 'own' }
  | { asks: 'member'; memberId: string };

export function readPlanRequest(text: string): PlanRequest {
  const typed = text.trim();
  if (typed === '') return { asks: 'own' };
  const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed);
  if (mention?.[1]) return { asks: 'member', memberId: mention[1] };
  // Slack makes a mention only of names it knows: this one is nobody's.
  if (typed.startsWith('@')) return { asks: 'member', memberId: typed };
  return { asks: /^help$/i.test(typed) ? 'help' : 'unclear' };
}
