import { WebAPIPlatformError, type WebClient } from '@slack/web-api';

/** A file that somebody shared with the bot. */
export interface SharedFile {
  name: string;
  sizeBytes: number;
  /** Who shared it. */
  userId: string;
  /** The bytes, once. Undefined when Slack does not hand them over, which is so without the scope `files:read`. */
  open(): Promise<AsyncIterable<Uint8Array> | undefined>;
}

const LONGEST_MILLISECONDS = 10 * 60_000;
const GONE = new Set(['file_not_found', 'file_deleted']);

/** Undefined when it is not there, or nowhere where the bot is. */
export async function findSharedFile(
  client: Pick<WebClient, 'files' | 'token'>,
  fileId: string,
): Promise<SharedFile | undefined> {
  const file = await findFile(client, fileId);
  if (!file?.url_private_download || !file.user) return undefined;
  const { url_private_download: url, name = '', size = 0, user } = file;
  return {
    name,
    sizeBytes: size,
    userId: user,
    async open() {
      // Whoever may not have it is led to a sign-in page, which would come with status 200.
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${client.token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(LONGEST_MILLISECONDS),
      });
      return response.ok && response.body ? response.body : undefined;
    },
  };
}

async function findFile(client: Pick<WebClient, 'files'>, fileId: string) {
  try {
    return (await client.files.info({ file: fileId })).file;
  } catch (error) {
    const isGone = error instanceof WebAPIPlatformError && GONE.has(error.data.error);
    if (isGone) return undefined;
    throw error;
  }
}
