// Small valid pieces of Block Kit; a test bends one field of one of them.

export const x = (count: number) => 'x'.repeat(count);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const plain = (text = 'Words') => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*Words*') => ({ type: 'mrkdwn', text });
export const option = (index = 0) => ({ text: plain(`Option ${index}`), value: `value-${index}` });
export const button = (more: object = {}) => ({ type: 'button', text: plain('Press'), ...more });
export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn(), ...more });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object = { type: 'plain_text_input' }, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
export const image = (more: object = {}) => ({
  type: 'image',
  alt_text: 'A chart',
  image_url: 'https://a.b/c.png',
  ...more,
});
export const richText = (text = 'Words') => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const cell = (text = '1') => ({ type: 'raw_text', text });
export const taskCard = (more: object = {}) => ({
  type: 'task_card',
  task_id: 't',
  title: 'T',
  status: 'pending',
  ...more,
});
export const card = (more: object = {}) => ({ type: 'card', title: mrkdwn(), ...more });
export const container = (more: object = {}) => ({
  type: 'container',
  title: plain(),
  child_blocks: [section()],
  ...more,
});
export const video = (more: object = {}) => ({
  type: 'video',
  video_url: 'https://v.example/1',
  thumbnail_url: 'https://v.example/1.png',
  alt_text: 'A talk',
  title: plain(),
  ...more,
});
export const pie = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Reasons',
  chart: { type: 'pie', segments: [{ label: 'A', value: 1 }] },
  ...more,
});
export const lineChart = (series: unknown[], axis: object = {}) => ({
  type: 'data_visualization',
  title: 'Trend',
  chart: { type: 'line', series, axis_config: { categories: ['Mon'], ...axis } },
});
export const series = (name = 'S', points = 1) => ({ name, data: times(points, () => ({ label: 'Mon', value: 1 })) });
export const modal = (more: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [section()], ...more });
export const home = (more: object = {}) => ({ type: 'home', blocks: [section()], ...more });
