import { expect, it } from 'vitest';
import { wrapText } from '../../src/demo/wrap-text.ts';

it.each([
  ['a short line', 20, '  ', ['a short line']],
  ['breaks between words', 10, '', ['breaks', 'between', 'words']],
  ['and indents the rest', 12, '  ', ['and indents', '  the rest']],
  ['  keeps its own indent', 14, '', ['  keeps its', '  own indent']],
  ['averyverylongword stays whole', 8, '', ['averyverylongword', 'stays', 'whole']],
  ['', 10, '', ['']],
])('%j in %i columns', (text, columns, indent, lines) => {
  expect(wrapText(text, columns, indent)).toEqual(lines);
});
