/** Of Okabe and Ito's palette, which people tell apart however they see colours; each also has a shape of its own. */
export const COLOURS = {
  line: '#0072B2',
  signal: '#D55E00',
  target: '#00785A',
  usual: '#E8EFF5',
  usualEdge: '#9DB2C4',
  text: '#1D1C1D',
  quiet: '#5E5D60',
  grid: '#E4E3E4',
  paper: '#FFFFFF',
};

/** Text sizes. Slack shows a picture about half as wide as it is drawn: 26 becomes 13. */
export const TEXT = 26;
export const SMALL = 22;

/** Worth talking about. */
export const diamond = (x: number, y: number) =>
  `<path d="M${x} ${round(y - 17)}L${round(x + 17)} ${y}L${x} ${round(y + 17)}L${round(x - 17)} ${y}Z" fill="${COLOURS.signal}" stroke="${COLOURS.paper}" stroke-width="3"/>`;

/** More may come. */
export const running = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="9" fill="${COLOURS.paper}" stroke="${COLOURS.line}" stroke-width="5"/>`;

/** Counts nowhere for now. */
export const waiting = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="11" fill="${COLOURS.paper}" stroke="${COLOURS.text}" stroke-width="4" stroke-dasharray="6 4"/>`;

export function text(x: number, y: number, words: string, style: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${round(x)}" y="${round(y)}" ${style}>${safe}</text>`;
}

export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
