import { expect, test } from 'vitest';
import { plain } from './block-samples.ts';
import { recordDeliveries } from './record-events.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

const option = (name: string) => ({ text: plain(name), value: name.slice(0, 150) });

/** Ana with a message in which a menu asks the app, which answers that. */
async function withAnswer(body: object) {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator, () => ({ body: JSON.parse(JSON.stringify(body)) }));
  const accessory = { type: 'external_select' as const, action_id: 'find' };
  const blocks = [{ type: 'section' as const, text: plain('Harbour'), accessory }];
  await clientOf(simulator).chat.postMessage({ channel: '#general', text: 'x', blocks });
  await simulator.eventsSettled();
  const choose = (name: string) => simulator.as('ana').choose('Harbour', name, { in: '#general' });
  return { choose, asked: () => recorded.bodies.filter(({ type }) => type === 'block_suggestion').length };
}

test('a menu asks the app once enough is typed, and offers what it answers, in groups or not', async () => {
  const flat = await withAnswer({ options: [option('Oslo'), option('Bergen')] });
  await flat.choose('Oslo');
  await expect(flat.choose('Ber')).rejects.toThrow('"Ber" is not offered');
  await expect(flat.choose('Be')).rejects.toThrow('"Be" is not offered');
  expect(flat.asked()).toBe(2);
  const grouped = await withAnswer({ option_groups: [{ label: plain('North'), options: [option('Oslo')] }] });
  await grouped.choose('Oslo');
});

test.each([
  ['nothing', {}, 'without options'],
  [
    '101 options',
    { options: Array.from({ length: 101 }, (_, index) => option(`Oslo ${index}`)) },
    'no more than 100 items',
  ],
  ['a long text', { options: [option('x'.repeat(76))] }, 'must be less than 76 characters'],
  ['options without values', { options: [{ text: plain('Oslo') }] }, 'missing required field: value'],
])('an answer with %s cannot be shown', async (_what, body, why) => {
  const { choose } = await withAnswer(body);
  await expect(choose('Oslo')).rejects.toThrow(why);
});
