import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { plain } from './block-samples.ts';
import { recordDeliveries } from './record-events.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { allScopes, clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

async function upload(simulator: Simulator, content: string, channel?: string) {
  const client = clientOf(simulator);
  const to = channel === undefined ? {} : { channel_id: channel, initial_comment: 'Here it is' };
  const result = await client.filesUploadV2({ filename: 'notes.txt', file: Buffer.from(content), ...to });
  const [completed] = result.files as unknown[];
  const [file] = (asObject(completed)['files'] ?? []) as unknown[];
  return String(asObject(file)['id']);
}

const generalOf = async (simulator: Simulator) =>
  (await clientOf(simulator).conversations.list()).channels?.find(({ name }) => name === 'general')?.id ?? '';

describe('uploading', () => {
  test('as the client does it: an address, the bytes as multipart, and the end; people see the file', async () => {
    const { simulator } = await startLittleSlack();
    const recorded = await recordDeliveries(simulator);
    const id = await upload(simulator, 'first line', await generalOf(simulator));
    expect(simulator.as('ana').reads('#general')).toMatchObject([{ text: 'Here it is', files: ['notes.txt'] }]);
    await simulator.eventsSettled();
    expect(recorded.types()).toEqual(['message', 'file_shared']);
    expect(recorded.events()[0]).toMatchObject({ subtype: 'file_share', files: [{ id, name: 'notes.txt' }] });
    expect(recorded.events()[1]).toMatchObject({ file_id: id, file: { id }, user_id: simulator.botUserId });
    const { file } = await clientOf(simulator).files.info({ file: id });
    expect(file).toMatchObject({ id, size: 10, mimetype: 'text/plain', filetype: 'txt', mode: 'hosted' });
    expect(file?.channels).toEqual([await generalOf(simulator)]);
  });

  test('an address is good once and for the bytes announced', async () => {
    const { simulator } = await startLittleSlack();
    const { files } = clientOf(simulator);
    const { upload_url: url = '', file_id: id = '' } = await files.getUploadURLExternal({
      filename: 'a.txt',
      length: 3,
    });
    await expect(files.completeUploadExternal({ files: [{ id }] })).rejects.toMatchObject({
      data: { error: 'file_not_found' },
    });
    expect((await fetch(url, { method: 'POST', body: 'abc' })).status).toBe(200);
    expect((await fetch(url, { method: 'POST', body: 'abc' })).status).toBe(404);
    await files.completeUploadExternal({ files: [{ id, title: 'Letters' }] });
    expect((await files.info({ file: id })).file?.title).toBe('Letters');
    const short = await files.getUploadURLExternal({ filename: 'b.txt', length: 9 });
    expect((await fetch(short.upload_url ?? '', { method: 'POST', body: 'abc' })).status).toBe(400);
  });

  test('the documented alt_txt is kept; the client’s alt_text is an argument Slack does not know', async () => {
    const { simulator } = await startLittleSlack();
    const client = clientOf(simulator);
    const announce = async (more: object) => {
      const args = { filename: 'a.png', length: 3, ...more };
      const { upload_url, file_id } = asObject(await client.apiCall('files.getUploadURLExternal', args));
      await fetch(String(upload_url), { method: 'POST', body: 'abc' });
      await client.files.completeUploadExternal({ files: [{ id: String(file_id) }] });
      return (await client.files.info({ file: String(file_id) })).file?.alt_txt;
    };
    expect(await announce({ alt_txt: 'A chart' })).toBe('A chart');
    expect(await announce({ alt_text: 'A chart' })).toBeUndefined();
  });
});

describe('reading', () => {
  test('with the bot token; without it one gets the sign-in page, as HTML', async () => {
    const { simulator } = await startLittleSlack();
    const { file } = await clientOf(simulator).files.info({ file: await upload(simulator, 'secret') });
    const fetched = (headers: { [name: string]: string }) => fetch(file?.url_private ?? '', { headers });
    const good = await fetched({ Authorization: `Bearer ${simulator.botToken}` });
    expect([good.headers.get('content-type'), await good.text()]).toEqual(['text/plain', 'secret']);
    for (const headers of [{}, { Authorization: 'Bearer xoxb-nobody' }]) {
      const page = await fetched(headers);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await page.text()).toContain('Sign in');
    }
  });

  test('files of people only where the bot is; deleting only its own', async () => {
    const { simulator } = await startLittleSlack();
    const { files } = clientOf(simulator);
    await simulator.as('ana').says('look', '#attic', { files: ['plan.pdf'] });
    const hidden = simulator.messages('#attic')[0]?.fileIds?.[0] ?? '';
    await expect(files.info({ file: hidden })).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    await simulator.as('ana').says('look', '#general', { files: ['plan.pdf'] });
    const shared = simulator.messages('#general')[0]?.fileIds?.[0] ?? '';
    expect((await files.info({ file: shared })).file).toMatchObject({ user: simulator.as('ana').id, filetype: 'pdf' });
    await expect(files.delete({ file: shared })).rejects.toMatchObject({ data: { error: 'cant_delete_file' } });
    const own = await upload(simulator, 'mine');
    await files.delete({ file: own });
    await expect(files.info({ file: own })).rejects.toMatchObject({ data: { error: 'file_deleted' } });
  });
});

const form = {
  type: 'modal' as const,
  title: plain('Evidence'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'proof',
      label: plain('proof'),
      element: { type: 'file_input' as const, action_id: 'files', filetypes: ['txt', 'pdf'], max_files: 2 },
    },
  ],
};

test('a form takes files, which the app may then fetch', async () => {
  const { simulator } = await startLittleSlack();
  const taken: string[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.command('/send', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
    });
    app.view(/.*/, async ({ ack, view }) => {
      const files = view.state.values['proof']?.['files']?.files ?? [];
      for (const { url_private: url = '' } of files) {
        const response = await fetch(url, { headers: { Authorization: `Bearer ${simulator.botToken}` } });
        taken.push(await response.text());
      }
      await ack();
    });
  });
  const ana = simulator.as('ana');
  ana.hasFile('a.txt', 'we won');
  await ana.command('/send');
  await ana.waitForModal('Evidence');
  await expect(ana.fill({ proof: ['a.exe'] })).rejects.toThrow('Only txt, pdf files');
  await expect(ana.fill({ proof: ['a.txt', 'b.txt', 'c.txt'] })).rejects.toThrow('Only 2 files');
  expect(await ana.submit()).toMatchObject({ refusedBy: 'client', errors: { proof: expect.any(String) } });
  await ana.fill({ proof: ['a.txt', 'b.pdf'] });
  expect(ana.modal()?.fields[0]?.value).toEqual(['a.txt', 'b.pdf']);
  expect(await ana.submit()).toEqual({ closed: true });
  expect(taken).toEqual(['we won', 'Contents of b.pdf\n']);
});

test('a form with files needs the right to read them', async () => {
  const scopes = allScopes.filter((scope) => scope !== 'files:read');
  const { simulator } = await startLittleSlack({ manifest: manifestOf({ scopes }) });
  await expect(clientOf(simulator).views.open({ trigger_id: '1.2.abc', view: form })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'files:read' },
  });
});

test('people open what was shared with them, and take back what they gave', async () => {
  const { simulator } = await startLittleSlack();
  const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
  ana.hasFile('a.txt', 'we won');
  await ana.says('look', '#general', { files: ['a.txt'] });
  expect(ben.opensFile('a.txt', '#general')).toBe('we won');
  expect(() => ben.opensFile('a.txt')).toThrow('ben sees no file a.txt');
  expect(() => ben.deletesFile('a.txt')).toThrow('ben gave no file a.txt');
  ana.deletesFile('a.txt');
  expect(() => ben.opensFile('a.txt', '#general')).toThrow('This file was deleted');
  expect(() => ana.deletesFile('a.txt')).toThrow('ana gave no file a.txt');
});
