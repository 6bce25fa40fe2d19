import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { mergeEdit, remember, withMeanwhile } from '../../../src/platform/slack/meanwhile.ts';
import { noticeView } from '../../../src/platform/slack/notice-view.ts';

describe('an edit', () => {
  it.each([
    ['changes what this person changed', { a: '1' }, { a: '2' }, { a: '1' }, { a: '2' }, []],
    ['leaves what somebody else changed meanwhile', { a: '1' }, { a: '1' }, { a: '3' }, { a: '3' }, []],
    ['clashes where both changed the same', { a: '1' }, { a: '2' }, { a: '3' }, { a: '2' }, ['a']],
    ['does not where both came to the same', { a: '1' }, { a: '2' }, { a: '2' }, { a: '2' }, []],
    ['keeps what somebody else added', {}, {}, { b: null }, { b: null }, []],
    ['keeps away what somebody else took away', { a: '1' }, { a: '1' }, {}, {}, []],
    ['takes away what this person took away', { a: '1' }, {}, { a: '1' }, {}, []],
    ['clashes where one took away what the other changed', { a: '1' }, {}, { a: '3' }, {}, ['a']],
    ['tells nothing from what is not there', { a: null }, { a: '' }, { a: null }, { a: '' }, []],
  ])('%s', (_, was, typed, stands, fields, clashes) => {
    expect(mergeEdit<Record<string, unknown>>(remember(was), typed, stands)).toEqual({ fields, clashes });
  });

  it('loses no words of anybody: each stands, or is named', () => {
    const words = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(words, words, words, (was, typed, stands) => {
        const { fields, clashes } = mergeEdit(remember(was), typed, stands);
        for (const name of ['a', 'b', 'c']) {
          if (typed[name] !== was[name]) expect(fields[name]).toBe(typed[name]);
          if (stands[name] !== was[name])
            expect([stands[name] === fields[name], clashes.includes(name)]).toContain(true);
        }
      }),
    );
  });
});

it('whatever somebody else said meanwhile, Slack takes the form, and it mentions nobody', () => {
  const said = Array.from({ length: 19 }, (_, at) => ({ label: `Field ${at}`, words: '<!channel>'.repeat(100) }));
  const view = withMeanwhile(noticeView('A form', 'Words'), said);
  expect(checkView(view)).toEqual([]);
  expect(JSON.stringify(view)).not.toContain('<!channel>');
  expect(JSON.stringify(withMeanwhile(view, [{ label: 'Name', words: '' }]))).toContain('(nothing)');
});
