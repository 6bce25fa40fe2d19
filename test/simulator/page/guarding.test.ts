import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';

/** Unlike fetch, this sends whatever Host it is told to. */
function ask(url: string, options: { method?: string; headers?: object; body?: string } = {}) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const sent = request(url, { method, headers: { ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the page', () => {
  it('is for names of this machine alone', async () => {
    const { simulator } = await startLittleSlack();
    const { port } = new URL(simulator.pageUrl);
    expect((await ask(simulator.pageUrl)).status).toBe(200);
    expect((await ask(simulator.pageUrl, { headers: { host: `localhost:${port}` } })).status).toBe(200);
    for (const host of ['example.com', `127.0.0.1.example.com:${port}`, 'localhost.example.com']) {
      expect((await ask(simulator.pageUrl, { headers: { host } })).status).toBe(403);
    }
    const headers = { host: 'example.com', 'content-type': 'application/json' };
    expect((await ask(`${simulator.pageUrl}page/live?as=ana`, { headers })).status).toBe(403);
    expect((await ask(`${simulator.controlUrl}people/ana/reads`, { method: 'POST', headers, body: '{}' })).status).toBe(
      403,
    );
  });

  it('takes acts from itself alone', async () => {
    const { simulator } = await startLittleSlack();
    const url = `${simulator.pageUrl}page/act`;
    const origin = simulator.pageUrl.slice(0, -1);
    const body = JSON.stringify({ as: 'ana', what: { act: 'say', text: 'hello', in: 'general' } });
    const json = { 'content-type': 'application/json' };
    const send = async (headers: object) => (await ask(url, { method: 'POST', headers, body })).status;
    expect(await send(json)).toBe(403);
    expect(await send({ ...json, origin: 'http://example.com' })).toBe(403);
    expect(await send({ ...json, origin: 'null' })).toBe(403);
    expect(await send({ 'content-type': 'text/plain', origin })).toBe(403);
    expect(simulator.messages('general')).toEqual([]);
    expect(await send({ ...json, origin })).toBe(200);
    expect(simulator.messages('general').map(({ text }) => text)).toEqual(['hello']);
  });

  it('serves its own files and nothing else', async () => {
    const { simulator } = await startLittleSlack();
    const statusOf = async (path: string) => (await ask(simulator.pageUrl + path)).status;
    expect(await statusOf('page/main.js')).toBe(200);
    expect(await statusOf('page/library.js')).toBe(200);
    for (const path of ['page/../acts.ts', 'page/%2e%2e%2facts.js', 'page/acts.ts', 'page/', 'etc/passwd']) {
      expect(await statusOf(path)).toBe(404);
    }
  });

  it('lets nothing in from outside', async () => {
    const { simulator } = await startLittleSlack();
    const { headers, text } = await ask(simulator.pageUrl);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/(?:src|href)="(?!\/page\/)/);
  });

  it('shows traffic without anything that opens doors', async () => {
    const { simulator } = await startLittleSlack();
    await clientOf(simulator).chat.postMessage({
      channel: simulator.addChannel({ name: 'x', members: ['ana'], botIsMember: true }),
      text: simulator.botToken,
    });
    const controller = new AbortController();
    const response = await fetch(`${simulator.pageUrl}page/traffic`, { signal: controller.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    controller.abort();
    const told = new TextDecoder().decode(value);
    expect(told).toContain('chat.postMessage');
    expect(told).not.toContain(simulator.botToken);
  });
});
