/** A scale on which customers are asked: NPS is always 0 to 10, CSAT has the ends that whoever asked gave it. */
export interface Scale {
  kind: 'nps' | 'csat';
  from: number;
  to: number;
}

export interface Score extends Scale {
  value: number;
}

export const NPS: Scale = { kind: 'nps', from: 0, to: 10 };

/** What people choose from; an import may bring any other CSAT scale. */
export const offeredScales: readonly { name: string; scale: Scale }[] = [
  { name: 'NPS, 0 to 10', scale: NPS },
  { name: 'CSAT, 1 to 5', scale: { kind: 'csat', from: 1, to: 5 } },
  { name: 'CSAT, 1 to 7', scale: { kind: 'csat', from: 1, to: 7 } },
  { name: 'CSAT, 1 to 10', scale: { kind: 'csat', from: 1, to: 10 } },
  { name: 'CSAT, bad or good', scale: { kind: 'csat', from: 0, to: 1 } },
];

/** As options and files write it: `nps`, `csat:1-5`. */
export function scaleKey({ kind, from, to }: Scale): string {
  return kind === 'nps' ? 'nps' : `csat:${from}-${to}`;
}

/** Undefined for what is no scale. `csat` alone is 1 to 5; a CSAT scale lies within 0 to 100. */
export function readScale(text: string): Scale | undefined {
  const key = text.trim().toLowerCase();
  if (key === 'nps') return NPS;
  if (key === 'csat') return { kind: 'csat', from: 1, to: 5 };
  const [, from, to] = (/^csat:(\d{1,3})-(\d{1,3})$/.exec(key) ?? []).map(Number);
  if (from === undefined || to === undefined || from >= to || to > 100) return undefined;
  return { kind: 'csat', from, to };
}

/** NPS is answered in whole numbers; CSAT may be a mean of several answers, with at most two decimals. */
export function isOnScale({ kind, from, to }: Scale, value: number): boolean {
  const isWritable = kind === 'nps' ? Number.isInteger(value) : Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
  return isWritable && value >= from && value <= to;
}

export function readableScale({ kind, from, to }: Scale): string {
  if (kind === 'nps') return 'NPS';
  return from === 0 && to === 1 ? 'CSAT (bad or good)' : `CSAT (${from} to ${to})`;
}

export function readableScore({ value, kind, from, to }: Score): string {
  if (kind === 'nps') return `${value} of 10 (NPS)`;
  if (from === 0 && to === 1 && Number.isInteger(value)) return value === 1 ? 'good' : 'bad';
  return from <= 1 ? `${value} of ${to} (CSAT)` : `${value} on ${from} to ${to} (CSAT)`;
}
