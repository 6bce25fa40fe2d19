import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { home, input, lineChart, modal, option, pie, plain, section, series, times, x } from './block-kit/examples.ts';

const message = (blocks: unknown[], more: object = {}) => ({ text: 'Words', blocks, ...more });
const cell = (text: string) => ({ type: 'raw_text', text });
const emptyMetadata = JSON.stringify({ event_type: 'e', event_payload: { key: '' } }).length;
const table = { type: 'table', rows: [[cell('a')]] };

describe('a message', () => {
  test.each<[string, (n: number) => object, number, string, string]>([
    ['blocks', (n) => message(times(n, () => ({ type: 'divider' }))), 50, '/blocks', 'no more than 50 items allowed'],
    ['text', (n) => ({ text: x(n) }), 4000, '/text', 'must be less than 4001 characters'],
    [
      'text of all blocks',
      (n) => message([...times(5, () => section({ text: plain(x(2000)) })), section({ text: plain(x(n - 10_000)) })]),
      12_000,
      '/blocks',
      'msg_blocks_too_long: the text of all blocks must be less than 12001 characters',
    ],
    [
      'attachments',
      (n) => ({ text: 'a', attachments: times(n, () => ({ text: 'b' })) }),
      100,
      '/attachments',
      'no more than 100 items allowed',
    ],
    [
      'footer of an attachment',
      (n) => ({ text: 'a', attachments: [{ footer: x(n) }] }),
      300,
      '/attachments/0/footer',
      'must be less than 301 characters',
    ],
    [
      'metadata',
      (n) => ({ text: 'a', metadata: { event_type: 'e', event_payload: { key: x(n - emptyMetadata) } } }),
      8000,
      '/metadata',
      'metadata_too_large',
    ],
    ['tables', (n) => message(times(n, () => table)), 1, '/blocks/1', 'only_one_table_allowed'],
    [
      'charts',
      (n) => message(times(n, () => pie())),
      2,
      '/blocks/2',
      'no more than 2 data_visualization blocks allowed',
    ],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer, words) => {
    expect(checkMessage(make(limit))).toEqual([]);
    expect(checkMessage(make(limit + 1))).toEqual([{ pointer, message: words }]);
  });

  test.each<[string, Parameters<typeof checkMessage>[0], string, string]>([
    ['nothing to say', {}, '/text', 'no_text'],
    ['empty text and no blocks', { text: '', blocks: [] }, '/text', 'no_text'],
    ['blocks as text', { text: 'a', blocks: '[]' }, '/blocks', 'must provide an array'],
    ['an unknown block', message([{ type: 'sections' }]), '/blocks/0/type', 'unsupported type: sections'],
    ['a block without type', message([{}]), '/blocks/0', 'missing required field: type'],
    ['null for a block', message([null]), '/blocks/0', 'must provide an object'],
    ['an unknown key', message([section({ txt: 1 })]), '/blocks/0', 'invalid additional property: txt'],
    [
      'a remote file',
      message([{ type: 'file', source: 'remote', external_id: 'a' }]),
      '/blocks/0/type',
      'unsupported type: file',
    ],
    [
      'an unknown key of an attachment',
      { attachments: [{ colour: 'red' }] },
      '/attachments/0',
      'invalid additional property: colour',
    ],
    [
      'a block of an attachment on the wrong surface',
      { attachments: [{ blocks: [{ type: 'alert', text: plain() }] }] },
      '/attachments/0/blocks/0/type',
      'unsupported type: alert (not in a message)',
    ],
    [
      'metadata without payload',
      { text: 'a', metadata: { event_type: 'e' } },
      '/metadata',
      'missing required field: event_payload',
    ],
    ['a chart with nothing in it', message([lineChart([])]), '/blocks/0/chart/series', 'no fewer than 1 items allowed'],
  ])('%s is refused', (_name, payload, pointer, words) => {
    expect(checkMessage(payload)).toEqual([{ pointer, message: words }]);
  });

  test('every fault is told, not only the first', () => {
    const pointers = checkMessage(message([section({ text: plain('') }), { type: 'nope' }])).map((it) => it.pointer);
    expect(pointers).toEqual(['/blocks/0/text/text', '/blocks/1/type']);
  });

  test('fields that are undefined never reach Slack and do no harm', () => {
    expect(checkMessage({ text: 'a', blocks: [section({ accessory: undefined })] })).toEqual([]);
  });

  test('a chart passes', () => {
    expect(checkMessage(message([lineChart([series()], { x_label: 'Day', y_label: 'Clients' })]))).toEqual([]);
  });
});

describe('a view', () => {
  test.each<[string, (n: number) => object, number, string, string]>([
    [
      'blocks of a modal',
      (n) => modal({ blocks: times(n, () => section()) }),
      100,
      '/view/blocks',
      'no more than 100 items allowed',
    ],
    [
      'blocks of a Home tab',
      (n) => home({ blocks: times(n, () => section()) }),
      100,
      '/view/blocks',
      'no more than 100 items allowed',
    ],
    ['title', (n) => modal({ title: plain(x(n)) }), 24, '/view/title/text', 'must be less than 25 characters'],
    ['submit', (n) => modal({ submit: plain(x(n)) }), 24, '/view/submit/text', 'must be less than 25 characters'],
    ['close', (n) => modal({ close: plain(x(n)) }), 24, '/view/close/text', 'must be less than 25 characters'],
    [
      'private_metadata',
      (n) => modal({ private_metadata: x(n) }),
      3000,
      '/view/private_metadata',
      'must be less than 3001 characters',
    ],
    ['callback_id', (n) => modal({ callback_id: x(n) }), 255, '/view/callback_id', 'must be less than 256 characters'],
    ['external_id', (n) => home({ external_id: x(n) }), 255, '/view/external_id', 'must be less than 256 characters'],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer, words) => {
    expect(checkView(make(limit))).toEqual([]);
    expect(checkView(make(limit + 1))).toEqual([{ pointer, message: words }]);
  });

  test('250 KB is counted in bytes of the whole view', () => {
    const heavy = (count: number) => {
      const options = times(100, (i) => ({ ...option(i), description: plain('ä'.repeat(75)) }));
      const blocks = times(count, (i) => input({ type: 'static_select', options }, { block_id: `b${i}` }));
      return modal({ submit: plain('Save'), blocks });
    };
    expect(checkView(heavy(8))).toEqual([]);
    expect(checkView(heavy(20))).toEqual([{ pointer: '/view', message: 'view_too_large: must be less than 250 KB' }]);
  });

  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, '/view', 'missing required field: payload'],
    ['null', null, '/view', 'must provide an object'],
    ['no type', { blocks: [] }, '/view', 'missing required field: type'],
    ['a workflow step', { type: 'workflow_step', blocks: [] }, '/view/type', 'unsupported type: workflow_step'],
    ['a modal without title', { type: 'modal', blocks: [] }, '/view', 'missing required field: title'],
    ['a modal without blocks', { type: 'modal', title: plain() }, '/view', 'missing required field: blocks'],
    ['an empty title', modal({ title: plain('') }), '/view/title/text', 'must be more than 0 characters'],
    [
      'a formatted title',
      modal({ title: { type: 'mrkdwn', text: 'a' } }),
      '/view/title/type',
      'unsupported type: mrkdwn',
    ],
    ['inputs without submit', modal({ blocks: [input()] }), '/view', 'missing required field: submit'],
    ['a title on a Home tab', home({ title: plain() }), '/view', 'invalid additional property: title'],
    ['an answer for a question', modal({ notify_on_close: 'yes' }), '/view/notify_on_close', 'must provide a boolean'],
  ])('%s is refused', (_name, view, pointer, words) => {
    expect(checkView(view)).toEqual([{ pointer, message: words }]);
  });
});
