/** `4.50` and `4.5` are the same number, and zero is not the same as nothing. */
export function isSameValue(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : withoutTrailingZeros(a) === withoutTrailingZeros(b);
}

function withoutTrailingZeros(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
