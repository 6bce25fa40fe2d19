import { describe, expect, it } from 'vitest';
import { groupPrompts, type PromptedCheckIn } from '../../../src/features/check-ins/prompt-groups.ts';

const due = (id: string, time: string, memberId = 'ana'): PromptedCheckIn => ({
  id,
  memberId,
  promptAt: new Date(`2026-03-26T${time}:00Z`),
  promptGroup: id,
});
const grouped = (checkIns: PromptedCheckIn[], waiting: string[] = []) =>
  groupPrompts(checkIns, ({ id }) => waiting.includes(id)).map(({ checkIns: together }) =>
    together.map(({ id }) => id).join(),
  );

describe('groupPrompts', () => {
  it.each([
    ['at the same time', [due('a', '10:00'), due('b', '10:00')], ['a,b']],
    ['a quarter of an hour apart', [due('b', '10:15'), due('a', '10:00')], ['a,b']],
    ['a minute more', [due('a', '10:00'), due('b', '10:16')], ['a', 'b']],
    ['counted from the first', [due('a', '10:00'), due('b', '10:10'), due('c', '10:20')], ['a,b', 'c']],
    ['of two members', [due('a', '10:00'), due('b', '10:00', 'bo')], ['a', 'b']],
    ['five at most', ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => due(id, '10:00')), ['a,b,c,d,e', 'f']],
  ])('%s', (_, checkIns, expected) => {
    expect(grouped(checkIns)).toEqual(expected);
  });

  it('lets a message that waits take up what falls due with it, and leaves what waits where it is', () => {
    const waits = [due('w', '10:10'), { ...due('x', '10:10'), promptGroup: 'w' }, due('v', '10:05')];
    expect(grouped([due('a', '10:00'), ...waits], ['w', 'x', 'v'])).toEqual(['v,a', 'w,x']);
  });
});
