import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { drawPng } from '../pictures/draw-png.ts';
import { imageBlock, isPicture, type PictureBlock, type PicturedBlock, withoutPictures } from './picture.ts';
import { uploadFile } from './upload-file.ts';
import { CALL_TIMEOUT_MILLISECONDS } from './web-client-options.ts';

/** Hangs pictures where they belong. What cannot be drawn or uploaded is left out and logged: words never wait for it. */
export interface Gallery {
  hang(blocks: readonly PicturedBlock[]): Promise<KnownBlock[]>;
  /** Slack would not show one of these: whichever it was, they are uploaded anew the next time. */
  forget(blocks: readonly PicturedBlock[], because: unknown): Promise<void>;
}

/** Slack's names for the pictures that it has, by what they were drawn from. */
export interface PictureFiles {
  find(hashes: string[]): Promise<Map<string, string>>;
  keep(hash: string, fileId: string): Promise<void>;
  forget(hashes: string[]): Promise<void>;
}

interface GalleryParts {
  client: WebClient;
  files: PictureFiles;
  log: Logger;
  wait(milliseconds: number): Promise<void>;
}

/** Slack looks at a file before it may be shown, which takes a second or some. */
const LOOKS = 6;
const BETWEEN_LOOKS_MILLISECONDS = 700;

/** A gallery that has nothing to hang with: pictures are left out. */
export const noGallery: Gallery = { hang: async (blocks) => withoutPictures(blocks), forget: async () => {} };

export function createGallery({ client, files, log, wait }: GalleryParts): Gallery {
  /** Uploads under way in this process, so that two messages with one picture send it once. */
  const underWay = new Map<string, Promise<string | undefined>>();

  async function fileFor(picture: PictureBlock, known: ReadonlyMap<string, string>): Promise<string | undefined> {
    const hash = hashOf(picture);
    const fileId = known.get(hash);
    if (fileId !== undefined) return fileId;
    const uploading = underWay.get(hash) ?? upload(picture, hash).finally(() => underWay.delete(hash));
    underWay.set(hash, uploading);
    return uploading;
  }

  async function upload({ svg, altText }: PictureBlock, hash: string): Promise<string | undefined> {
    try {
      const png = await drawPng(svg);
      const upload = { name: 'trend.png', title: 'Trend', bytes: png, altText: altText.slice(0, 1000) };
      const id = await uploadFile(client, { ...upload, timeoutMilliseconds: CALL_TIMEOUT_MILLISECONDS });
      await untilShowable(id);
      await files.keep(hash, id);
      return id;
    } catch (error) {
      log.warn({ err: error }, 'a picture could not be uploaded; the message goes without it');
      return undefined;
    }
  }

  /** A file without a type is still being looked at, and a message that shows it would be refused. */
  async function untilShowable(file: string): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      const { file: found } = await client.files.info({ file });
      if (found?.mimetype) return;
      await wait(BETWEEN_LOOKS_MILLISECONDS);
    }
    throw new Error('Slack was not done with the file in time');
  }

  return {
    async hang(blocks) {
      const pictures = blocks.filter(isPicture);
      if (pictures.length === 0) return withoutPictures(blocks);
      const known = await files.find(pictures.map(hashOf));
      const hung: KnownBlock[] = [];
      for (const block of blocks) {
        if (!isPicture(block)) hung.push(block);
        else {
          const fileId = await fileFor(block, known);
          if (fileId !== undefined) hung.push(imageBlock(block, fileId));
        }
      }
      return hung;
    },

    async forget(blocks, because) {
      log.warn({ err: because }, 'Slack would not show a picture; the message went without');
      await files.forget(blocks.filter(isPicture).map(hashOf));
    },
  };
}

function hashOf({ svg }: PictureBlock): string {
  return createHash('sha256').update(svg).digest('hex');
}
