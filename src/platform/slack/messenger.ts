import type { KnownBlock } from '@slack/types';
import type { ChatPostMessageArguments, WebClient } from '@slack/web-api';
import { checkMessage } from './block-kit-limits.ts';
import { type Failed, failedCall } from './call-outcome.ts';
import { deliveryMetadata } from './delivery-metadata.ts';
import { type Found, findByKey, type Search } from './find-by-key.ts';
import { type Gallery, noGallery } from './gallery.ts';
import { isPicture, type PicturedBlock, withoutPictures } from './picture.ts';

interface Posted {
  ok: true;
  channel: string;
  ts: string;
}

interface Post {
  /** A C… or D… id. Direct messages are opened first: an update refuses a U… id. */
  channel: string;
  /** Read out, and shown in notifications; with blocks it is not shown in the message itself. */
  text: string;
  blocks: PicturedBlock[];
  threadTs?: string;
  /** Names this message among all that were ever sent, so that it can be found again after a crash. */
  key: string;
}

interface Update {
  channel: string;
  ts: string;
  text: string;
  blocks: PicturedBlock[];
}

/** The only place that writes into conversations. What Slack says is a value; one try per call, whoever calls decides. */
export interface Messenger {
  /** The D… id of the conversation with a person; of several, their ids with commas between, that of the group. Worth keeping: asking again costs a call of a slow tier. */
  openDirectMessage(userId: string): Promise<{ ok: true; channel: string } | Failed>;
  post(post: Post): Promise<Posted | Failed>;
  update(update: Update): Promise<Posted | Failed>;
  findByKey(search: Search): Promise<Found>;
}

export function createMessenger(client: WebClient, gallery: Gallery = noGallery): Messenger {
  /** With its pictures; and if Slack will not have those, without: a refused message was surely not posted. */
  async function withItsPictures(
    blocks: PicturedBlock[],
    send: (blocks: KnownBlock[]) => Promise<Posted | Failed>,
  ): Promise<Posted | Failed> {
    const hung = await gallery.hang(blocks);
    const answer = await send(hung);
    const isRefusedForThem = !answer.ok && answer.kind === 'refused' && answer.error.startsWith('invalid_blocks');
    if (!isRefusedForThem || !blocks.some(isPicture)) return answer;
    await gallery.forget(blocks, answer.error);
    return send(withoutPictures(blocks));
  }

  return {
    async openDirectMessage(userId) {
      try {
        const channel = (await client.conversations.open({ users: userId })).channel?.id;
        return channel === undefined ? { ok: false, kind: 'unknown', error: 'no channel' } : { ok: true, channel };
      } catch (error) {
        return failedCall(error);
      }
    },

    post: ({ channel, text, blocks: pictured, threadTs, key }) =>
      withItsPictures(pictured, (blocks) => {
        const content = { text, ...(blocks.length > 0 && { blocks }), metadata: deliveryMetadata(key) };
        const quiet = { unfurl_links: false, unfurl_media: false };
        const message: ChatPostMessageArguments =
          threadTs === undefined
            ? { channel, ...content, ...quiet }
            : { channel, ...content, ...quiet, thread_ts: threadTs };
        return send(content, channel, () => client.chat.postMessage(message));
      }),

    update: ({ channel, ts, text, blocks: pictured }) =>
      withItsPictures(pictured, (blocks) => {
        // Both, always: with text alone it is not defined whether the old blocks stay.
        const content = { text, blocks };
        return send(content, channel, () => client.chat.update({ channel, ts, ...content }));
      }),

    findByKey: (search) => findByKey(client, search),
  };
}

async function send(
  content: Parameters<typeof checkMessage>[0],
  channel: string,
  call: () => Promise<{ channel?: string; ts?: string }>,
): Promise<Posted | Failed> {
  const violations = checkMessage(content);
  if (violations.length > 0) {
    const places = violations.map(({ pointer, message }) => `${pointer} ${message}`);
    return { ok: false, kind: 'refused', error: `invalid_blocks (${places.join('; ')})` };
  }
  try {
    const answer = await call();
    if (answer.ts === undefined) return { ok: false, kind: 'unknown', error: 'no ts' };
    return { ok: true, channel: answer.channel ?? channel, ts: answer.ts };
  } catch (error) {
    return failedCall(error);
  }
}
