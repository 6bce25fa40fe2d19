/** A client win as somebody tells it in a check-in. Clients are invented. */
export interface ToldWin {
  week: number;
  by: string;
  client: string;
  /** As the form offers it. */
  kind: string;
  whatChanged: string;
  /** By handle. */
  helpers: readonly string[];
}

export function win(
  week: number,
  by: string,
  kind: string,
  client: string,
  whatChanged: string,
  helpers: string[],
): ToldWin {
  return { week, by, kind, client, whatChanged, helpers };
}

export const SOONER = 'Time to value: it helped them sooner';
export const ADOPTED = 'Adoption: they use more of it';
export const RENEWED = 'Renewal: they stay';
export const EXPANDED = 'Expansion: they want more';
export const HAPPIER = 'Satisfaction: they are happier';
export const SAFER = 'Risk averted: trouble was kept from them';
