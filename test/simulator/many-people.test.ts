import { expect, test } from 'vitest';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

const many = 10_000;

test('ten thousand people are listed page by page, found and written to without waiting for one another', async () => {
  const people = Array.from({ length: many }, (_, index) => ({
    name: `person${index}`,
    timeZone: index % 2 === 0 ? 'Europe/Oslo' : 'Asia/Kathmandu',
    email: `person${index}@example.com`,
  }));
  const { simulator } = await startLittleSlack({ workspace: { people } });
  const client = clientOf(simulator);
  await expect(client.users.list({})).rejects.toMatchObject({ data: { error: 'limit_required' } });
  const ids: string[] = [];
  for await (const page of client.paginate('users.list', { limit: 500 })) {
    const { members } = page as { members?: { id: string; is_bot: boolean }[] };
    ids.push(...(members ?? []).map(({ id }) => id));
  }
  expect(new Set(ids).size).toBe(many + 2);
  const last = await client.users.lookupByEmail({ email: `Person${many - 1}@example.com` });
  expect(last.user?.name).toBe(`person${many - 1}`);
  const open = async (user: string) => (await client.conversations.open({ users: user })).channel?.id ?? '';
  const channels = await Promise.all(ids.slice(2, 302).map(open));
  expect(new Set(channels).size).toBe(300);
}, 20_000);

test('a page of a long history is read from its end', async () => {
  const { simulator } = await startLittleSlack();
  const client = clientOf(simulator);
  const ben = simulator.as('ben');
  const stamps: string[] = [];
  for (let count = 0; count < 2000; count += 1) stamps.push(await ben.says(`message ${count}`, '#general'));
  const channel = (await client.conversations.list()).channels?.find(({ name }) => name === 'general')?.id ?? '';
  const first = await client.conversations.history({ channel, limit: 3 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['message 1999', 'message 1998', 'message 1997']);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.history({ channel, limit: 2, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(['message 1996', 'message 1995']);
  const between = { oldest: stamps[10] ?? '', latest: stamps[13] ?? '' };
  const range = await client.conversations.history({ channel, ...between });
  expect(range.messages?.map(({ text }) => text)).toEqual(['message 12', 'message 11']);
  await expect(client.conversations.history({ channel, oldest: 'yesterday' })).rejects.toMatchObject({
    data: { error: 'invalid_ts_oldest' },
  });
  await expect(client.conversations.history({ channel, cursor: 'bm9uc2Vuc2U=' })).rejects.toMatchObject({
    data: { error: 'invalid_cursor' },
  });
});
