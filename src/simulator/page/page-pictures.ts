import type { ServerResponse } from 'node:http';
import { fileTypeOf, type StoredFile } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function isImage({ name }: StoredFile): boolean {
  return /^image\/(?:png|jpeg|gif)$/.test(fileTypeOf(name).mimetype);
}

/** A picture somebody uploaded, as the browser sees it; false when there is none. */
export function servePicture(slack: Workspace, path: string, response: ServerResponse): boolean {
  const file = slack.files.find(/^\/page\/pictures\/(F\w+)$/.exec(path)?.[1] ?? '');
  if (!file?.bytes || file.state !== 'complete' || !isImage(file)) return false;
  response.writeHead(200, {
    'Content-Type': fileTypeOf(file.name).mimetype,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
  });
  response.end(file.bytes);
  return true;
}
