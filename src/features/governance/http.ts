import type { Endpoint } from '../../platform/web/endpoint.ts';
import { identifySender } from './identify-sender.ts';
import type { WebParts } from './web-parts.ts';

/** `GET /api/source` tells a program whose token it holds and what it may send: the first call to try. */
export function sourceEndpoints({ db, clock, wrongTries }: WebParts): Endpoint[] {
  return [
    {
      path: '/api/source',
      method: 'GET',
      async answer(request) {
        const identified = await identifySender(db, { request, wrongTries, now: clock.now() });
        if (!identified.ok) return identified.answer;
        const { key, name, maySend } = identified.sender;
        return { status: 200, json: { key, name, may_send: maySend } };
      },
    },
  ];
}
