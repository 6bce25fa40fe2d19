import type { WebClient } from '@slack/web-api';

interface Upload {
  name: string;
  title: string;
  bytes: Uint8Array;
  /** How long the bytes may take. */
  timeoutMilliseconds: number;
  /** What a picture shows, for those who do not see it. */
  altText?: string;
  /** Where it is shown, with words above it in mrkdwn; without, it is nowhere until a message shows it. */
  shared?: { channel: string; words: string };
}

/** Gives Slack a file of the bot's; answers its id. */
export async function uploadFile(client: Pick<WebClient, 'files'>, upload: Upload): Promise<string> {
  const { name, title, bytes, altText, shared } = upload;
  // The library calls it alt_text; Slack reads alt_txt.
  const about = { filename: name, length: bytes.length, ...(altText !== undefined && { alt_txt: altText }) };
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal(about);
  if (url === undefined || id === undefined) throw new Error('Slack named no place to upload to');
  const signal = AbortSignal.timeout(upload.timeoutMilliseconds);
  const sent = await fetch(url, { method: 'POST', body: Buffer.from(bytes), signal });
  if (!sent.ok) throw new Error(`the upload was answered with HTTP ${sent.status}`);
  const where = shared && { channel_id: shared.channel, initial_comment: shared.words };
  await client.files.completeUploadExternal({ files: [{ id, title }], ...where });
  return id;
}
