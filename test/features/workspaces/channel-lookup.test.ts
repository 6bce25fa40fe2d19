import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createChannelLookup } from '../../../src/features/workspaces/create-channel-lookup.ts';

const client = new WebClient('xoxb-test', { retryConfig: { retries: 0 } });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

function answerPage(cursor: string | undefined, channels: object[], next = '') {
  nock('https://slack.com')
    .post(
      '/api/conversations.list',
      (body) => body.cursor === cursor && body.types === 'public_channel,private_channel',
    )
    .reply(200, { ok: true, channels, response_metadata: { next_cursor: next } });
}

it('asks Slack once, through all pages, however many names are looked up', async () => {
  answerPage(undefined, [{ id: 'C1', name: 'general' }], 'two');
  answerPage('two', [], 'three');
  answerPage('three', [{ id: 'C3', name: 'support' }]);
  const findChannel = createChannelLookup(client);

  expect(await Promise.all([findChannel('support'), findChannel('general')])).toEqual(['C3', 'C1']);
  expect(await findChannel('nowhere')).toBeUndefined();
});

it('asks nothing while no name is looked up', () => {
  createChannelLookup(client);
});
