import type { RichTextBlock, RichTextBlockElement, RichTextQuote, RichTextSection, RichTextText } from '@slack/types';

// mrkdwn knows no way to write a star or a backtick that is none of its own. What people typed therefore stands in rich
// text wherever it is quoted: nothing in it is markup, a mention, an emoji or a link. It is not escaped, and cut before.

export function richText(...elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** Words in one line of their own, or in several where they have line breaks. */
export function line(...pieces: (string | RichTextText)[]): RichTextSection {
  return { type: 'rich_text_section', elements: leaves(pieces) };
}

export function quote(...pieces: (string | RichTextText)[]): RichTextQuote {
  return { type: 'rich_text_quote', elements: leaves(pieces) };
}

/** A line for each, with a dot before it. */
export function bullets(lines: readonly string[], indent = 0): RichTextBlockElement[] {
  if (lines.length === 0) return [];
  return [{ type: 'rich_text_list', style: 'bullet', indent, elements: lines.map((text) => line(text)) }];
}

export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

/** Slack refuses a leaf without a letter. */
function leaves(pieces: (string | RichTextText)[]): RichTextText[] {
  return pieces
    .map((piece) => (typeof piece === 'string' ? { type: 'text' as const, text: piece } : piece))
    .filter(({ text }) => text !== '');
}
