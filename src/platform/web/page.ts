import { createHash } from 'node:crypto';
import { type Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { WebAnswer } from './web-answer.ts';

/** A whole page of plain HTML, without scripts. */
export function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>
`;
}

const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** Nothing but our one style; no frame around it; the address is told to nobody and kept by nobody. */
const STRICT_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
};

export function pageAnswer(
  status: number,
  { markup }: Html,
  headers: Readonly<Record<string, string>> = {},
): WebAnswer {
  return { status, html: markup, headers: { ...STRICT_HEADERS, ...headers } };
}
