import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../../src/platform/slack/block-kit-limits.ts';
import {
  actions,
  button,
  card,
  cell,
  container,
  image,
  input,
  lineChart,
  modal,
  mrkdwn,
  pie,
  plain,
  richText,
  section,
  series,
  taskCard,
  times,
  video,
  x,
} from './examples.ts';

const message = (block: object) => checkMessage({ text: 'Words', blocks: [block] });
const dialog = (block: object) => checkView(modal({ submit: plain('Save'), blocks: [block] }));

const items = (n: number) => `no more than ${n} items allowed`;
const shorter = (n: number) => `must be less than ${n + 1} characters`;
const header = (more: object) => ({ type: 'header', text: plain(), ...more });
const table = (more: object) => ({ type: 'table', rows: [[cell()]], ...more });
const dataTable = (more: object) => ({ type: 'data_table', caption: 'C', rows: [[cell()], [cell()]], ...more });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const segments = (n: number) => pie({ chart: { type: 'pie', segments: times(n, () => ({ label: 'A', value: 1 })) } });

describe('blocks of a message', () => {
  test.each<[string, (n: number) => object, number, string, string]>([
    ['section text', (n) => section({ text: mrkdwn(x(n)) }), 3000, '/text/text', shorter(3000)],
    ['section fields', (n) => section({ fields: times(n, () => plain()) }), 10, '/fields', items(10)],
    ['one field', (n) => section({ fields: [plain(x(n))] }), 2000, '/fields/0/text', shorter(2000)],
    ['header', (n) => header({ text: plain(x(n)) }), 150, '/text/text', shorter(150)],
    ['header level', (n) => header({ level: n }), 4, '/level', 'must be less than or equal to 4'],
    ['actions', (n) => actions(...times(n, () => button())), 25, '/elements', items(25)],
    ['context', (n) => ({ type: 'context', elements: times(n, () => plain()) }), 10, '/elements', items(10)],
    ['context text', (n) => ({ type: 'context', elements: [plain(x(n))] }), 3000, '/elements/0/text', shorter(3000)],
    [
      'context_actions',
      (n) => ({
        type: 'context_actions',
        elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain() })),
      }),
      5,
      '/elements',
      items(5),
    ],
    ['image alt_text', (n) => image({ alt_text: x(n) }), 2000, '/alt_text', shorter(2000)],
    ['image title', (n) => image({ title: plain(x(n)) }), 2000, '/title/text', shorter(2000)],
    ['image_url', (n) => image({ image_url: x(n) }), 3000, '/image_url', shorter(3000)],
    ['video title', (n) => video({ title: plain(x(n)) }), 199, '/title/text', shorter(199)],
    ['video author', (n) => video({ author_name: x(n) }), 49, '/author_name', shorter(49)],
    ['card title', (n) => card({ title: mrkdwn(x(n)) }), 150, '/title/text', shorter(150)],
    ['card subtitle', (n) => card({ subtitle: mrkdwn(x(n)) }), 150, '/subtitle/text', shorter(150)],
    ['card body', (n) => card({ body: mrkdwn(x(n)) }), 200, '/body/text', shorter(200)],
    ['card buttons', (n) => card({ actions: times(n, () => button()) }), 2, '/actions', items(2)],
    ['carousel', (n) => ({ type: 'carousel', elements: times(n, () => card()) }), 10, '/elements', items(10)],
    [
      'container children',
      (n) => container({ child_blocks: times(n, () => section()) }),
      10,
      '/child_blocks',
      items(10),
    ],
    ['container title', (n) => container({ title: plain(x(n)) }), 150, '/title/text', shorter(150)],
    ['container subtitle', (n) => container({ subtitle: plain(x(n)) }), 150, '/subtitle/text', shorter(150)],
    ['table rows', (n) => table({ rows: times(n, () => [cell()]) }), 100, '/rows', items(100)],
    ['table columns', (n) => table({ rows: [times(n, () => cell())] }), 20, '/rows/0', items(20)],
    [
      'column settings',
      (n) => table({ column_settings: times(n, () => ({ align: 'left' })) }),
      20,
      '/column_settings',
      items(20),
    ],
    [
      'text of a table',
      (n) => table({ rows: [[cell(x(n))]] }),
      10_000,
      '/rows',
      'the text of all cells must be less than 10001 characters',
    ],
    ['data table rows', (n) => dataTable({ rows: times(n, () => [cell()]) }), 100, '/rows', items(100)],
    ['data table page', (n) => dataTable({ page_size: n }), 100, '/page_size', 'must be less than or equal to 100'],
    ['chart title', (n) => pie({ title: x(n) }), 50, '/title', shorter(50)],
    ['pie segments', segments, 6, '/chart/segments', items(6)],
    ['chart series', (n) => lineChart(times(n, () => series())), 6, '/chart/series', items(6)],
    ['chart points', (n) => lineChart([series('S', n)]), 20, '/chart/series/0/data', items(20)],
    ['chart label', (n) => lineChart([series(x(n))]), 20, '/chart/series/0/name', shorter(20)],
    ['axis label', (n) => lineChart([series()], { y_label: x(n) }), 50, '/chart/axis_config/y_label', shorter(50)],
    [
      'list indent',
      (n) => rich({ type: 'rich_text_list', style: 'bullet', elements: [], indent: n }),
      8,
      '/elements/0/indent',
      'must be less than or equal to 8',
    ],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer, words) => {
    expect(message(make(limit))).toEqual([]);
    expect(message(make(limit + 1))).toEqual([{ pointer: `/blocks/0${pointer}`, message: words }]);
  });

  test('a markdown block of 12,000 characters passes, one more is refused twice over', () => {
    expect(message({ type: 'markdown', text: x(12_000) })).toEqual([]);
    const pointers = message({ type: 'markdown', text: x(12_001) }).map((it) => it.pointer);
    expect(pointers).toEqual(['/blocks/0/text', '/blocks']);
  });

  test.each<[string, object, string, string]>([
    ['a section with nothing', { type: 'section' }, '', 'missing required field: text'],
    ['a formatted header', header({ text: mrkdwn() }), '/text/type', 'unsupported type: mrkdwn'],
    ['a header without text', { type: 'header' }, '', 'missing required field: text'],
    ['an empty context', { type: 'context', elements: [] }, '/elements', 'no fewer than 1 items allowed'],
    [
      'a button in a context',
      { type: 'context', elements: [button()] },
      '/elements/0/type',
      'unsupported type: button',
    ],
    ['an image without alt_text', { type: 'image', image_url: 'a' }, '', 'missing required field: alt_text'],
    [
      'an image from two sources',
      image({ slack_file: { id: 'F1' } }),
      '',
      'must have either an image_url or a slack_file, not both',
    ],
    [
      'a file with id and url',
      { type: 'image', alt_text: 'a', slack_file: { id: 'F1', url: 'u' } },
      '/slack_file',
      'must have either an id or a url, not both',
    ],
    ['a video over http', video({ video_url: 'http://v.example/1' }), '/video_url', 'must be an https URL'],
    [
      'an empty card',
      { type: 'card', subtitle: mrkdwn() },
      '',
      'must have at least one of hero_image, title, actions, body',
    ],
    [
      'a container without title',
      { type: 'container', child_blocks: [section()] },
      '',
      'missing required field: title',
    ],
    [
      'a collapsed container that cannot open',
      container({ default_collapsed: true }),
      '/default_collapsed',
      'needs is_collapsible',
    ],
    ['a card in a container', container({ child_blocks: [card()] }), '/child_blocks/0/type', 'unsupported type: card'],
    [
      'a data table without caption',
      { type: 'data_table', rows: [[cell()], [cell()]] },
      '',
      'missing required field: caption',
    ],
    ['a data table with a header only', dataTable({ rows: [[cell()]] }), '/rows', 'no fewer than 2 items allowed'],
    [
      'rich text in a data table header',
      dataTable({ rows: [[richText()], [richText()]] }),
      '/rows/0/0/type',
      'unsupported type: rich_text',
    ],
    [
      'a pie of nothing',
      pie({ chart: { type: 'pie', segments: [{ label: 'A', value: 0 }] } }),
      '/chart/segments/0/value',
      'must be greater than 0',
    ],
    [
      'an unknown state of a task',
      taskCard({ status: 'done' }),
      '/status',
      'must be one of: pending, in_progress, complete, error',
    ],
    [
      'an unknown leaf of rich text',
      rich({ type: 'rich_text_quote', elements: [{ type: 'img' }] }),
      '/elements/0/elements/0/type',
      'unsupported type: img',
    ],
    [
      'a mention in preformatted text',
      rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
      '/elements/0/elements/0/type',
      'unsupported type: user',
    ],
  ])('%s is refused', (_name, block, pointer, words) => {
    expect(message(block)).toEqual([{ pointer: `/blocks/0${pointer}`, message: words }]);
  });

  test('every leaf of rich text passes', () => {
    const leaves = [
      { type: 'text', text: 'a', style: { bold: true } },
      { type: 'link', url: 'https://a.b', text: 'a' },
      { type: 'broadcast', range: 'here' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'color', value: '#fff' },
      { type: 'date', timestamp: 1_700_000_000, format: '{date}' },
      { type: 'emoji', name: 'wave' },
      { type: 'team', team_id: 'T1' },
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
    ];
    expect(message(rich({ type: 'rich_text_section', elements: leaves }))).toEqual([]);
  });
});

describe('blocks of a modal', () => {
  test.each<[string, (n: number) => object, number, string]>([
    ['label', (n) => input(undefined, { label: plain(x(n)) }), 2000, '/label/text'],
    ['hint', (n) => input(undefined, { hint: plain(x(n)) }), 2000, '/hint/text'],
    ['alert', (n) => ({ type: 'alert', text: plain(x(n)) }), 200, '/text/text'],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer) => {
    expect(dialog(make(limit))).toEqual([]);
    expect(dialog(make(limit + 1))).toEqual([{ pointer: `/view/blocks/0${pointer}`, message: shorter(limit) }]);
  });

  test.each<[string, object, string, string]>([
    [
      'an input without label',
      { type: 'input', element: { type: 'plain_text_input' } },
      '',
      'missing required field: label',
    ],
    ['an input without element', { type: 'input', label: plain() }, '', 'missing required field: element'],
    ['a formatted label', input(undefined, { label: mrkdwn() }), '/label/type', 'unsupported type: mrkdwn'],
    [
      'an unknown level',
      { type: 'alert', text: plain(), level: 'loud' },
      '/level',
      'must be one of: default, info, warning, error, success',
    ],
  ])('%s is refused', (_name, block, pointer, words) => {
    expect(dialog(block)).toEqual([{ pointer: `/view/blocks/0${pointer}`, message: words }]);
  });
});
