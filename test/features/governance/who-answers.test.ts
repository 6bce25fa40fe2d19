import { expect, it } from 'vitest';
import { whoAnswers } from '../../../src/features/governance/who-answers.ts';
import { managerOf } from './some-standing.ts';

const ana = (dataOwnerId: string | null) => ({ memberId: 'ana', dataOwnerId });
const maya = { memberId: 'maya', dataOwnerId: null };
const here = (...gone: string[]) => ({ managerOf, isHere: (id: string) => !gone.includes(id) });

it.each([
  ['the data owner', ana('zoe'), here(), 'zoe'],
  ['the manager, without a data owner', ana(null), here(), 'maya'],
  ['the manager, where the data owner left', ana('zoe'), here('zoe'), 'maya'],
  ['the manager, for a number of the data owner', ana('ana'), here(), 'maya'],
  ['the manager above, where the manager left too', ana('zoe'), here('zoe', 'maya'), 'chief'],
  ['the manager, when the data owner challenges', ana('zoe'), { ...here(), challengerId: 'zoe' }, 'maya'],
  ['the manager above, when the manager challenges', ana(null), { ...here(), challengerId: 'maya' }, 'chief'],
  ['nobody, where nobody is above', { memberId: 'zoe', dataOwnerId: null }, here(), null],
  ['nobody, where only the challenger is above', maya, { ...here(), challengerId: 'chief' }, null],
])('%s answers', (_, number, world, answers) => {
  expect(whoAnswers(number, world)).toBe(answers);
});
