import { readableDuration } from './duration.ts';
import type { Measure } from './metric.ts';

/** A value as people read it: `1,204 tickets`, `92%`, `1,204.50 EUR`, `2h 30m`, `4.5 of 5`. Trailing zeros say nothing. */
export function readableValue(value: string, measure: Measure): string {
  const number = readableNumber(value, measure);
  const { format, unit, scaleFrom, scaleTo } = measure;
  switch (format) {
    case 'percent':
    case 'duration':
      return number;
    case 'score':
      if (scaleFrom === null || scaleTo === null) return number;
      return scaleFrom.startsWith('-') ? `${number} (${scaleFrom} to ${scaleTo})` : `${number} of ${scaleTo}`;
    case 'count':
    case 'currency':
      if (unit === '') return number;
      return unit === '%' ? `${number}%` : `${number} ${unit}`;
  }
}

/** Without what the values of a row have in common and only the last of them says: `3.9 → 3.4 hours`, `2h → 1h 30m`. */
export function readableNumber(value: string, { format, unit }: Measure): string {
  if (format === 'duration') return readableDuration(value, unit);
  const [whole = '0', decimals = ''] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const significant = decimals.replace(/0+$/, '');
  // Money has cents or has none.
  const shown = format === 'currency' && significant !== '' ? significant.padEnd(2, '0') : significant;
  const number = shown === '' ? grouped : `${grouped}.${shown}`;
  return format === 'percent' ? `${number}%` : number;
}

/** As somebody would type it: what `readTypedNumber` reads as the very same value. For fields that are filled in before. */
export function typedValue(value: string, measure: Measure): string {
  if (measure.format === 'duration') return readableDuration(value, measure.unit);
  return measure.format === 'percent' ? `${value}%` : value;
}

/** Behind the name of a metric where a value is asked: ` (hours)`, ` (1 to 5)`. */
export function inWhat({ unit, format, scaleFrom, scaleTo }: Measure): string {
  if (format === 'score' && scaleFrom !== null && scaleTo !== null) return ` (${scaleFrom} to ${scaleTo})`;
  return unit === '' ? '' : ` (${unit})`;
}

/** What one has to know to type a value, where its unit does not say so already. */
export function howTyped({ format, unit }: Measure): string {
  if (format !== 'duration') return '';
  return ` Write it such as ${/^(d|w)/i.test(unit) ? '12d or 2d 4h' : '2h 30m'}.`;
}
