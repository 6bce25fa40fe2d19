/** What kind of change a win was for the client: how a form offers it, and how a headline counts it. */
export const winKinds = {
  adoption: { offered: 'Adoption: they use more of it', one: 'adopted more', many: 'adopted more' },
  time_to_value: { offered: 'Time to value: it helped them sooner', one: 'got value sooner', many: 'got value sooner' },
  renewal: { offered: 'Renewal: they stay', one: 'renewed', many: 'renewed' },
  expansion: { offered: 'Expansion: they want more', one: 'expanded', many: 'expanded' },
  satisfaction: { offered: 'Satisfaction: they are happier', one: 'is happier', many: 'are happier' },
  risk_averted: {
    offered: 'Risk averted: trouble was kept from them',
    one: 'is out of trouble',
    many: 'are out of trouble',
  },
} as const;

export type WinKind = keyof typeof winKinds;

export const WIN_KINDS = Object.keys(winKinds) as [WinKind, ...WinKind[]];

/** In two words at most: `time to value`. */
export function readableKind(kind: WinKind): string {
  return kind.replaceAll('_', ' ');
}
