import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml, html } from '../../../src/platform/web/html.ts';

it('escapes what is filled in, in text and in attributes', () => {
  const typed = `<script>alert("1")</script>' onload='x' & more`;
  expect(html`<p title="${typed}">${typed}</p>`.markup).not.toMatch(/<script|title="[^"]*" onload|' onload='/);
  expect(html`<p>${'a & b'}</p>`.markup).toBe('<p>a &amp; b</p>');
});

it('takes markup of its own as it is, one piece or several', () => {
  const items = ['<1>', '<2>'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}${undefined}</ul>${html`<hr>`}${3}`.markup).toBe(
    '<ul><li>&lt;1&gt;</li><li>&lt;2&gt;</li></ul><hr>3',
  );
});

it('nothing that is filled in can open a tag, or end an attribute', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[<>"']/.test(escapeHtml(text))));
});
