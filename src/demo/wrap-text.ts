/** Breaks a text between words into lines of at most so many columns; all but the first are indented further. */
export function wrapText(text: string, columns: number, indent: string): string[] {
  const start = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(start.length).split(' ')) {
    if (line === '') line = start + word;
    else if ([...line].length + 1 + [...word].length <= columns) line = `${line} ${word}`;
    else {
      lines.push(line);
      line = start + indent + word;
    }
  }
  return [...lines, line];
}
