import { connect } from 'node:net';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { type Endpoint, endpointRoutes } from '../../../src/platform/web/endpoint.ts';
import { close, createRouteServer, listen } from '../../../src/platform/web/route-server.ts';

const echo: Endpoint = {
  path: '/api/echo',
  method: 'POST',
  takes: { type: 'application/json', mostBytes: 1000, numbersAsText: true },
  async answer(request) {
    const read = await request.readBody();
    return read.ok ? { status: 200, json: { body: read.body, token: request.token } } : read.answer;
  },
};
const form: Endpoint = {
  path: '/form/:token',
  method: 'POST',
  takes: { type: 'application/x-www-form-urlencoded', mostBytes: 100 },
  async answer({ params, query, readBody }) {
    const read = await readBody();
    return read.ok ? { status: 200, json: { params, query: [...query], body: read.body } } : read.answer;
  },
};
const page: Endpoint = {
  path: '/form/:token',
  method: 'GET',
  answer: async ({ params }) => ({ status: 200, html: `<p>${params['token']}</p>` }),
};
const broken: Endpoint = {
  path: '/broken',
  method: 'GET',
  answer: () => Promise.reject(new Error('postgresql://u:hunter2@db')),
};

async function start() {
  const parts = { log: pino({ level: 'silent' }), newReference: () => 'ab12' };
  const server = createRouteServer(endpointRoutes([echo, form, page, broken], parts));
  const port = await listen(server, 0);
  onTestFinished(() => close(server));
  return { port, call: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

const json = { 'content-type': 'application/json; charset=utf-8' };

it('reads JSON, its numbers exactly as they were written', async () => {
  const { call } = await start();
  const body = '{"a": 0.10, "b": 12345678901234567890.123, "c": [-5]}';
  const response = await call('/api/echo', { method: 'POST', headers: { ...json, authorization: 'bearer abc' }, body });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    body: { a: '0.10', b: '12345678901234567890.123', c: ['-5'] },
    token: 'abc',
  });
});

it('reads forms, names in paths and queries', async () => {
  const { call } = await start();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await call('/form/a%20b?c=1', { method: 'POST', headers, body: 'x=1&y=%26&__proto__=z' });
  const { params, query, body } = (await response.json()) as { params: object; query: object; body: object };
  expect({ params, query }).toEqual({ params: { token: 'a b' }, query: [['c', '1']] });
  expect(Object.entries(body)).toEqual([
    ['x', '1'],
    ['y', '&'],
    ['__proto__', 'z'],
  ]);
  expect(await (await call('/form/xyz')).text()).toBe('<p>xyz</p>');
});

it.each([
  ['another type', { headers: { 'content-type': 'text/csv' }, body: '{}' }, 415, 'unsupported_type'],
  ['no type', { headers: { 'content-type': '' }, body: '{}' }, 415, 'unsupported_type'],
  ['a packed body', { headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' }, 415, 'unsupported_encoding'],
  ['no JSON', { headers: json, body: '{"a": ' }, 400, 'not_json'],
  ['nothing', { headers: json, body: '' }, 400, 'not_json'],
  ['very deep JSON', { headers: json, body: '['.repeat(999) }, 400, 'not_json'],
  ['bytes that are no UTF-8', { headers: json, body: new Uint8Array([0x22, 0xe9, 0x22]) }, 400, 'not_utf8'],
  ['more than it takes', { headers: json, body: ' '.repeat(1001) }, 413, 'too_large'],
  ['very much more', { headers: json, body: ' '.repeat(20_000_000) }, 413, 'too_large'],
])('refuses %s in words', async (_what, init, status, error) => {
  const { call } = await start();
  const response = await call('/api/echo', { method: 'POST', ...init });
  expect(response.status).toBe(status);
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toEqual({ error, message: expect.stringMatching(/^.{20,}\.$/) });
});

it('refuses what is announced as enormous without waiting for it', async () => {
  const { port } = await start();
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const headers = [
    'POST /api/echo HTTP/1.1',
    'Host: a',
    'Content-Type: application/json',
    'Content-Length: 9999999999',
  ];
  socket.write(`${headers.join('\r\n')}\r\n\r\n{`);
  const heard: string[] = [];
  for await (const chunk of socket) heard.push(String(chunk));
  expect(heard.join('')).toMatch(/^HTTP\/1\.1 413 .*"error":"too_large"/s);
});

it('tells the right method, and that there is nothing', async () => {
  const { call } = await start();
  const wrong = await call('/api/echo', { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  expect(await wrong.json()).toMatchObject({ message: 'This address takes POST, not DELETE.' });
  for (const path of ['/api/other', '/form/', '/form/%zz', '/form/a/b']) {
    const nowhere = await call(path);
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { error: 'not_found' }]);
  }
});

it('a bug is answered with a reference and without its details', async () => {
  const { call } = await start();
  const response = await call('/broken');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('the reference ab12');
  expect(text).not.toMatch(/hunter2|at /);
});
