/** What a spreadsheet takes for the beginning of a formula, after spaces too. */
const FORMULA = /^\s*[=+\-@\t\r|]/;

/**
 * A line of CSV, ended as RFC 4180 has it. A cell that a spreadsheet would compute gets an apostrophe before it, which
 * makes it text there; numbers of ours are written as numbers.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
