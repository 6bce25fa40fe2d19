/** What somebody typed where a number was asked. Values stay text from here to the database: they are exact decimals. */
export type TypedNumber = { ok: true; value: string | null } | { ok: false; problem: string };

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
/** Commas are clear only where a point follows (`1,234.5`): `1,234` is a thousand here and a decimal elsewhere. */
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)\.(\d+)$/;
const MOST_DIGITS_BEFORE_POINT = 20;
const MOST_DIGITS_AFTER_POINT = 10;

/**
 * Reads a decimal number, with or without its unit behind it. Nothing typed is null, "no value this time"; what could be
 * read two ways is refused rather than guessed.
 */
export function readTypedNumber(typed: string | null | undefined, unit: string): TypedNumber {
  const text = withoutUnit((typed ?? '').trim(), unit);
  if (text === '') return { ok: true, value: null };
  const match = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (!match) {
    const hint = text.includes(',') ? ' Leave out the comma, and write a point before decimals.' : '';
    return { ok: false, problem: `Write a number such as 12 or 4.5, or leave it empty for no value this time.${hint}` };
  }
  const [, sign, whole = '', decimals = ''] = match;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (digits.length > MOST_DIGITS_BEFORE_POINT || decimals.length > MOST_DIGITS_AFTER_POINT) {
    return { ok: false, problem: `Write at most ${MOST_DIGITS_AFTER_POINT} decimals and no more than 20 digits.` };
  }
  const number = decimals === '' ? digits : `${digits}.${decimals}`;
  return { ok: true, value: sign === '-' && /[1-9]/.test(number) ? `-${number}` : number };
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length).trim() : text;
}
