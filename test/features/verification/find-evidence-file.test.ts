import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { findEvidenceFile } from '../../../src/features/verification/find-evidence-file.ts';

// Slack's own form takes no file of more than 10 MB; its answers here are made by hand.
const answering = (answer: object) =>
  new WebClient('xoxb-1', { retryConfig: { retries: 0 }, fetch: async () => Response.json(answer) });

const file = (size: number) => ({
  ok: true,
  file: { id: 'F1', name: 'a.csv', size, user: 'U1', url_private_download: 'https://files.example.com/F1' },
});

it.each([
  ['the largest', file(10_000_000), { outcome: 'found', file: { id: 'F1', name: 'a.csv', bytes: 10_000_000 } }],
  ['one byte more', file(10_000_001), { outcome: 'too-large' }],
  ['one that is gone', { ok: false, error: 'file_deleted' }, { outcome: 'unreadable', because: null }],
  [
    'one that nobody may have',
    { ok: false, error: 'missing_scope' },
    { outcome: 'unreadable', because: 'missing_scope' },
  ],
])('%s', async (_, answer, found) => {
  expect(await findEvidenceFile(answering(answer), 'F1')).toEqual(found);
});
