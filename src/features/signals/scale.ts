export interface Scale {
  /** Round numbers from the bottom of the axis to its top, three to seven of them. */
  ticks: number[];
  /** Where a number lies: 0 at the bottom, 1 at the top. */
  share(value: number): number;
  label(tick: number): string;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** An axis with round numbers that holds all these. */
export function scaleFor(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // What never moved, or by less than a plain number tells apart, lies in the middle.
  const isFlat = high - low <= Math.abs(high) * 1e-9;
  const width = isFlat ? Math.abs(high) || 1 : high - low;
  const rough = width / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (STEPS.find((times) => times * magnitude >= rough * 0.999) ?? 10);
  const middle = isFlat ? width / 2 : 0;
  const bottom = Math.floor((low - middle) / step + 1e-9);
  const top = Math.ceil((high + middle) / step - 1e-9);
  const decimals = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) + (step / magnitude === 2.5 ? 1 : 0) - 1e-9)));
  const ticks = Array.from({ length: top - bottom + 1 }, (_, at) => Number(((bottom + at) * step).toFixed(decimals)));
  const largest = Math.max(...ticks.map(Math.abs));
  return {
    ticks,
    share: (value) => (value / step - bottom) / (top - bottom),
    label: (tick) => shortened(tick, largest, decimals),
  };
}

/** `12,500` is `12.5k` where the axis goes that far: it has little room. */
function shortened(value: number, largest: number, decimals: number): string {
  if (largest >= 1e9) return `${Number((value / 1e9).toPrecision(4))}bn`;
  if (largest >= 1e6) return `${Number((value / 1e6).toPrecision(4))}m`;
  if (largest >= 1e4) return `${Number((value / 1e3).toPrecision(4))}k`;
  return String(Number(value.toFixed(decimals)));
}
