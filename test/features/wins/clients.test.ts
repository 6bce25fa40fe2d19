import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientKey } from '../../../src/features/wins/client-name.ts';
import { clientSuggestions } from '../../../src/features/wins/client-suggestions.ts';

describe('a client', () => {
  it.each([
    ['Acme Ltd.', 'ACME  Ltd.'],
    ['Acme Ltd.', '  acme ltd. '],
    ['Müller', 'Mu\u0308ller'],
    ['Acme', 'Ａｃｍｅ'],
  ])('%j is the same as %j', (one, other) => {
    expect(clientKey(one)).toBe(clientKey(other));
  });

  it.each([
    ['Acme', 'Acme Ltd.'],
    ['Acme', 'Acne'],
  ])('%j is another than %j', (one, other) => {
    expect(clientKey(one)).not.toBe(clientKey(other));
  });

  it('keeps its key, however often it is taken', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => clientKey(clientKey(name)) === clientKey(name)));
  });
});

describe('the menu of clients', () => {
  const known = ['Northwind', 'Contoso', 'North Star', 'Great Northern'];

  it.each([
    ['', ['Northwind', 'Contoso', 'North Star', 'Great Northern']],
    ['north', ['Northwind', 'North Star', 'north', 'Great Northern']],
    ['NORTHWIND', ['Northwind']],
    [' northwind ', ['Northwind']],
    ['Fabrikam  Inc', ['Fabrikam Inc']],
  ])('offers, for %j, %j', (typed, offered) => {
    expect(clientSuggestions(known, typed).map(({ name }) => name)).toEqual(offered);
  });

  it('always offers what was typed, once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (names, typed) => {
        fc.pre(typed.trim() !== '');
        const same = clientSuggestions(names, typed).filter(({ name }) => clientKey(name) === clientKey(typed));
        expect(same.length).toBeGreaterThan(0);
        expect(same.filter(({ isKnown }) => !isKnown).length).toBe(same.some(({ isKnown }) => isKnown) ? 0 : 1);
      }),
    );
  });
});
