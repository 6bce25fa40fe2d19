/** A value with its unit as people read it: `4.2 hours`, `92%`, `1,204 tickets`. Trailing zeros say nothing and go. */
export function readableValue(value: string, unit: string): string {
  const [whole = '0', decimals = ''] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const significant = decimals.replace(/0+$/, '');
  const number = significant === '' ? grouped : `${grouped}.${significant}`;
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}
