import { describe, expect, test } from 'vitest';
import { type BlockType, type Surface, surfacesOf } from '../../../../src/platform/slack/block-kit/any-block.ts';
import { checkMessage, checkView } from '../../../../src/platform/slack/block-kit-limits.ts';
import {
  actions,
  button,
  card,
  cell,
  container,
  home,
  image,
  input,
  modal,
  mrkdwn,
  pie,
  plain,
  richText,
  section,
  taskCard,
  video,
} from './examples.ts';

const examples: Record<BlockType, object> = {
  actions: actions(button()),
  alert: { type: 'alert', text: mrkdwn() },
  card: card(),
  carousel: { type: 'carousel', elements: [card()] },
  container: container(),
  context: { type: 'context', elements: [mrkdwn()] },
  context_actions: { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain() }] },
  data_table: { type: 'data_table', caption: 'C', rows: [[cell()], [cell()]] },
  data_visualization: pie(),
  divider: { type: 'divider' },
  header: { type: 'header', text: plain() },
  image: image(),
  input: input(),
  markdown: { type: 'markdown', text: '# a' },
  plan: { type: 'plan', title: 'P', tasks: [taskCard()] },
  rich_text: richText(),
  section: section(),
  table: { type: 'table', rows: [[cell()]] },
  task_card: taskCard(),
  video: video(),
};

function check(surface: Surface, blocks: unknown[]) {
  if (surface === 'message') return checkMessage({ text: 'Words', blocks });
  return checkView(surface === 'home' ? home({ blocks }) : modal({ blocks, submit: plain('Save') }));
}

const root = { message: '/blocks', modal: '/view/blocks', home: '/view/blocks' };

describe('where a block may stand', () => {
  const everyPair = Object.entries(examples).flatMap(([type, block]) =>
    (['message', 'modal', 'home'] as const).map((surface) => ({ type, block, surface })),
  );

  test.each(everyPair)('$type in a $surface', ({ type, block, surface }) => {
    const allowed = surfacesOf[type as BlockType].includes(surface);
    const words = { pointer: `${root[surface]}/0/type`, message: `unsupported type: ${type} (not in a ${surface})` };
    expect(check(surface, [block])).toEqual(allowed ? [] : [words]);
  });

  test('a file can be asked for in a modal only', () => {
    const files = input({ type: 'file_input' });
    expect(check('modal', [files])).toEqual([]);
    expect(check('home', [files])[0]?.pointer).toBe('/view/blocks/0/element/type');
    expect(check('message', [files])[0]?.pointer).toBe('/blocks/0/element/type');
  });

  test('a response_url can be asked for in a modal only', () => {
    const menu = input({ type: 'conversations_select', response_url_enabled: true });
    expect(check('modal', [menu])).toEqual([]);
    expect(check('message', [menu])[0]?.pointer).toBe('/blocks/0/element/response_url_enabled');
  });
});

describe('ids', () => {
  test('a block_id may stand once in a message or view, nested blocks included', () => {
    const twice = [section({ block_id: 'a' }), container({ child_blocks: [section({ block_id: 'a' })] })];
    expect(check('message', twice)).toEqual([
      { pointer: '/blocks/1/child_blocks/0/block_id', message: '`block_id` a already exists' },
    ]);
    expect(check('modal', [section({ block_id: 'a' }), section({ block_id: 'b' })])).toEqual([]);
  });

  test('an action_id may stand once in a block, and again in the next block', () => {
    const save = button({ action_id: 'save' });
    expect(check('home', [actions(save), actions(save)])).toEqual([]);
    expect(check('home', [actions(save, save)])).toEqual([
      { pointer: '/view/blocks/0/elements/1/action_id', message: '`action_id` save already exists' },
    ]);
  });

  test('two cards of a carousel may share an action_id, two buttons of a card may not', () => {
    const more = button({ action_id: 'more' });
    const carousel = (...cards: object[]) => [{ type: 'carousel', elements: cards }];
    expect(check('message', carousel(card({ actions: [more] }), card({ actions: [more] })))).toEqual([]);
    expect(check('message', carousel(card({ actions: [more, more] })))[0]?.pointer).toBe(
      '/blocks/0/elements/0/actions/1/action_id',
    );
  });

  test.each([
    ['block_id', [section({ block_id: 'x'.repeat(256) })], '/blocks/0/block_id'],
    ['action_id', [actions(button({ action_id: 'x'.repeat(256) }))], '/blocks/0/elements/0/action_id'],
  ])('a %s has at most 255 characters', (_name, blocks, pointer) => {
    expect(check('message', blocks)).toEqual([{ pointer, message: 'must be less than 256 characters' }]);
  });
});

test('one element of a view may ask for the focus', () => {
  const first = input({ type: 'plain_text_input', focus_on_load: true });
  expect(check('modal', [first, input()])).toEqual([]);
  expect(check('modal', [first, first])).toEqual([
    { pointer: '/view/blocks/1/element/focus_on_load', message: 'only one element may have focus_on_load' },
  ]);
});
