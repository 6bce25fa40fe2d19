import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const browserFolder = new URL('browser/', import.meta.url);
/** Preact with htm in one module: the only library of the page, served as its makers wrote it. */
const library = { name: 'htm/preact/standalone', path: '/page/library.js' };
const importMap = JSON.stringify({ imports: { [library.name]: library.path } });

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(importMap).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const styles = [
  'base',
  'layout',
  'top-bar',
  'notes',
  'messages',
  'blocks',
  'controls',
  'fields',
  'composer',
  'dialogs',
  'aside',
];

function document(title: string): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="/page/${name}.css">`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
${links}
<script type="importmap">${importMap}</script>
<script type="module" src="/page/main.js"></script>
</head>
<body><div id="page"><noscript>This page is made by JavaScript.</noscript></div></body>
</html>
`;
}

const types: { [ending: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

export function servePageDocument(response: ServerResponse): void {
  send(response, 200, 'text/html; charset=utf-8', document('Little Slack'));
}

/** False when there is no such file. Names have no folders in them, so nothing else can be reached. */
export async function servePageFile(path: string, response: ServerResponse): Promise<boolean> {
  const [, name = '', ending = ''] = /^\/page\/([a-z0-9-]+)\.([a-z]+)$/.exec(path) ?? [];
  const type = types[ending];
  if (!type) return false;
  const file = path === library.path ? import.meta.resolve(library.name) : new URL(`${name}.${ending}`, browserFolder);
  const content = await readFile(new URL(file)).catch(() => undefined);
  if (!content) return false;
  send(response, 200, type, content);
  return true;
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(content);
}
