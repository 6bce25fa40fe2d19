import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newSigningKey, readSignedId, signId } from '../../../src/platform/web/signed-id.ts';

const signing = { key: newSigningKey(), purpose: 'form' };

it('gives back the id that was signed', () => {
  fc.assert(fc.property(fc.uuid(), (id) => readSignedId(signId(id, signing), signing) === id));
});

it('knows what another key signed, what was signed for something else, and every single change', () => {
  const id = '01a20046-83f8-76d0-a5db-4632a3aa3b5f';
  const signed = signId(id, signing);
  expect(readSignedId(signed, { ...signing, key: newSigningKey() })).toBeUndefined();
  expect(readSignedId(signed, { ...signing, purpose: 'other' })).toBeUndefined();
  for (let at = 0; at < signed.length - 1; at += 1) {
    const changed = signed.slice(0, at) + (signed[at] === 'A' ? 'B' : 'A') + signed.slice(at + 1);
    expect(readSignedId(changed, signing)).toBeUndefined();
  }
});

it('refuses what is no signed id at all', () => {
  fc.assert(fc.property(fc.string(), (text) => readSignedId(text, signing) === undefined));
  for (const text of ['', 'x'.repeat(42), `${'x'.repeat(42)}=`, 'x'.repeat(44)]) {
    expect(readSignedId(text, signing)).toBeUndefined();
  }
});
