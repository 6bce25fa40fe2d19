export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const button = (text: string, more: object = {}) => ({
  type: 'button' as const,
  action_id: `press ${text}`,
  text: plain(text),
  ...more,
});

export const row = (...texts: string[]) => ({ type: 'actions' as const, elements: texts.map((text) => button(text)) });

export const input = (blockId: string, more: object = {}) => ({
  type: 'input' as const,
  block_id: blockId,
  label: plain(blockId),
  element: { type: 'plain_text_input' as const, action_id: 'text', ...more },
});

export const modal = (title: string, blocks: object[] = [], more: object = {}) => ({
  type: 'modal' as const,
  title: plain(title),
  submit: plain('Save'),
  blocks,
  ...more,
});
