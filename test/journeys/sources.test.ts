import { expect, it } from 'vitest';
import { createSource } from '../../src/features/governance/create-source.ts';
import { littleCompany } from './little-company.ts';

const start = '2026-03-26T09:00:00Z';

it.each(['socket', 'http'] as const)('a program finds out whose token it holds, over %s', async (over) => {
  const { service, db, clock } = await littleCompany(start, { over });
  const created = await createSource(db, {
    workspaceId: service.workspaceId,
    key: 'helpdesk',
    name: 'Helpdesk',
    maySend: ['observations'],
    sendsFilesOnly: false,
    now: clock.now(),
  });
  const token = created.outcome === 'created' ? created.token : undefined;
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${service.port}${path}`, init);
    return [response.status, await response.json()];
  };
  const headers = { authorization: `Bearer ${token}` };
  expect(await call('/api/source', { headers })).toEqual([
    200,
    { key: 'helpdesk', name: 'Helpdesk', may_send: ['observations'] },
  ]);
  expect(await call('/api/source')).toMatchObject([401, { error: 'no_token' }]);
  expect(await call('/api/source', { method: 'POST' })).toMatchObject([405, { error: 'method_not_allowed' }]);
  expect(await call('/api/nothing')).toMatchObject([404, { error: 'not_found' }]);
});

it('an administrator sees the sources in Slack; others read what they can do', async () => {
  const { slack, service, db, clock } = await littleCompany(start, { administrator: 'maya' });
  const named = { workspaceId: service.workspaceId, key: 'helpdesk', name: 'Help <desk>', now: clock.now() };
  await createSource(db, { ...named, maySend: ['observations'], sendsFilesOnly: false });
  await slack.as('maya').command('/throughline sources');
  const seen = await slack.as('maya').waitForMessage('Help <desk>');
  expect(seen.text).toContain('not used yet');
  await slack.as('ana').command('/throughline sources');
  await slack.as('ana').waitForMessage('Only administrators of this Slack workspace');
});
