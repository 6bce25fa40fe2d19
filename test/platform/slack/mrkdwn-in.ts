/** Every text in which Slack looks for markup, mentions and links. */
export function mrkdwnIn(piece: unknown): string[] {
  return textsIn(piece, 'mrkdwn');
}

/** Every text that Slack shows as it is. */
export function richTextIn(piece: unknown): string[] {
  return textsIn(piece, 'text');
}

function textsIn(piece: unknown, wanted: string): string[] {
  if (typeof piece !== 'object' || piece === null) return [];
  const { type, text } = piece as { type?: unknown; text?: unknown };
  if (type === wanted && typeof text === 'string') return [text];
  return Object.values(piece).flatMap((part) => textsIn(part, wanted));
}
