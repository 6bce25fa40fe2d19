import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject, asText, type JsonObject, parseJson } from '../../src/simulator/workspace/json.ts';

export interface Recorded {
  url: string;
  /** Everything sent, as the wire has it. */
  bodies: JsonObject[];
  headers: { [name: string]: string | string[] | undefined }[];
  /** Only the inner events. */
  events(): JsonObject[];
  types(): string[];
}

/** An app that does nothing but write down what it is sent, over HTTP. `answer` is what it says to each. */
export async function recordDeliveries(
  simulator: Simulator,
  answer: (body: JsonObject) => {
    status?: number;
    body?: JsonObject;
    headers?: { [name: string]: string };
  } = () => ({}),
): Promise<Recorded> {
  const bodies: JsonObject[] = [];
  const headers: Recorded['headers'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const form = Object.fromEntries(new URLSearchParams(text));
      const isJson = request.headers['content-type'] === 'application/json';
      const body = asObject(parseJson(isJson ? text : (form['payload'] ?? JSON.stringify(form))));
      bodies.push(body);
      headers.push(request.headers);
      const said = answer(body);
      response.writeHead(said.status ?? 200, { 'Content-Type': 'application/json', ...said.headers });
      response.end(said.body ? JSON.stringify(said.body) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/`;
  simulator.deliverBySignedHttp({ url });
  const events = () => bodies.flatMap((body) => (body['event'] ? [asObject(body['event'])] : []));
  return { url, bodies, headers, events, types: () => events().map((event) => asText(event['type'])) };
}
