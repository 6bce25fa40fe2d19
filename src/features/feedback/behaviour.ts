/** What somebody can be seen doing, whatever their trade. */
export const BEHAVIOURS = ['listened', 'clarified', 'turned_into_action', 'responded', 'coordinated'] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

export const behaviourNames: Record<Behaviour, string> = {
  listened: 'Listened',
  clarified: 'Clarified needs',
  turned_into_action: 'Turned insight into action',
  responded: 'Responded',
  coordinated: 'Coordinated',
};
