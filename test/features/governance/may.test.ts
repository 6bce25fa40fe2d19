import { describe, expect, it } from 'vitest';
import { type Action, may, mightSee } from '../../../src/features/governance/may.ts';
import type { Standing, Subject } from '../../../src/features/governance/relation.ts';
import { standing } from './some-standing.ts';

const REPLY = 'first_reply';
const signed = new Map([['ana', new Set([REPLY])]]);

const actors = {
  self: standing('ana'),
  manager: standing('maya'),
  above: standing('chief'),
  former: standing('fay'),
  peer: standing('bo'),
  stranger: standing('zoe'),
  partner: standing('zoe', { signed }),
  owner: standing('zoe', { owns: new Set([REPLY]) }),
  sponsor: standing('zoe', { isSponsor: true }),
  admin: standing('zoe', { isAdministrator: true }),
  // With every fact in their favour, and gone or a bot: nothing.
  gone: standing('maya', { isHere: false, isSponsor: true, isAdministrator: true, owns: new Set([REPLY]), signed }),
} satisfies Record<string, Standing>;

type Actor = keyof typeof actors;

/** Everybody who is called Zoe above, and these. */
function zoes(...more: Actor[]): Actor[] {
  return [...more, 'stranger', 'partner', 'owner', 'sponsor', 'admin'];
}

const reply = { memberId: 'ana', metricKey: REPLY };
const reopened = { memberId: 'ana', metricKey: 'reopened' };
const record = { memberId: 'ana' };
const workspace = { memberId: null };
const plan = { ...record, namedPartnerIds: ['zoe'] };

/** Every action with everyone who may; whoever is not named may not. */
const matrix: [Action, string, Subject, Actor[]][] = [
  ['see-numbers', 'a number', reply, ['self', 'manager', 'above', 'sponsor', 'partner', 'owner']],
  ['see-numbers', 'another number', reopened, ['self', 'manager', 'above', 'sponsor']],
  ['see-numbers', 'all numbers', record, ['self', 'manager', 'above', 'sponsor']],
  ['see-numbers', 'a plan that names Zoe', plan, ['self', 'manager', 'above', 'sponsor']],
  ['see-numbers', 'nobody in particular', workspace, []],
  ['see-words', 'the record', record, ['self', 'manager', 'above']],
  ['see-words', 'a number', reply, ['self', 'manager', 'above']],
  ['see-wins', 'the record', record, ['self', 'manager', 'above', 'sponsor']],
  ['see-guarded-wins', 'the record', record, ['self', 'manager', 'above']],
  ['see-feedback', 'the record', record, ['self', 'manager', 'above']],
  ['see-peer-feedback', 'of colleagues', record, ['self', 'manager']],
  ['ask-for-feedback', 'about a member', record, ['self', 'manager']],
  ['report', 'a number', reply, ['self', 'owner']],
  ['report', 'another number', reopened, ['self']],
  ['correct', 'a number that Zoe answers for', { ...reply, answererId: 'zoe' }, zoes('self')],
  ['correct', 'a number nobody answers for', { ...reply, answererId: null }, ['self']],
  ['verify', 'a number that Zoe answers for', { ...reply, answererId: 'zoe' }, zoes()],
  ['verify', 'a number that Maya answers for', { ...reply, answererId: 'maya' }, ['manager']],
  ['verify', 'a number nobody answers for', { ...reply, answererId: null }, []],
  ['challenge', 'a number', reply, ['self', 'manager', 'above', 'sponsor', 'partner', 'owner']],
  ['challenge', 'another number', reopened, ['self', 'manager', 'above', 'sponsor']],
  ['answer-challenge', 'that Zoe answers', { ...reply, answererId: 'zoe' }, zoes()],
  ['answer-challenge', 'that nobody can answer', { ...reply, answererId: null }, []],
  ['edit-plan', 'the plan', plan, ['self', 'manager', 'above']],
  ['sign-plan', 'a plan without partners', record, ['self', 'manager', 'above']],
  ['sign-plan', 'a plan that names Zoe', plan, zoes('self', 'manager', 'above')],
  ['edit-configuration', 'the workspace', workspace, ['admin']],
  ['see-audit-log', 'looks at a member', record, ['self', 'admin']],
];

describe('may', () => {
  const cases = matrix.flatMap(([action, what, subject, allowed]) =>
    Object.entries(actors).map(([name, actor]) => {
      const isAllowed = allowed.some((one) => one === name);
      return { action, what, subject, name, actor, isAllowed };
    }),
  );
  it.each(cases)('$name: $action, $what: $isAllowed', ({ actor, action, subject, isAllowed }) => {
    expect(may(actor, action, subject)).toBe(isAllowed);
  });

  it('has every action in the table', () => {
    const actions: Record<Action, true> = {
      'see-numbers': true,
      'see-words': true,
      'see-wins': true,
      'see-guarded-wins': true,
      'see-feedback': true,
      'see-peer-feedback': true,
      'ask-for-feedback': true,
      report: true,
      correct: true,
      verify: true,
      challenge: true,
      'answer-challenge': true,
      'edit-plan': true,
      'sign-plan': true,
      'edit-configuration': true,
      'see-audit-log': true,
    };
    expect(new Set(matrix.map(([action]) => action))).toEqual(new Set(Object.keys(actions)));
  });
});

it.each([
  ['self', true],
  ['manager', true],
  ['sponsor', true],
  ['partner', true],
  ['owner', true],
  ['former', false],
  ['stranger', false],
  ['admin', false],
  ['gone', false],
] as const)('%s might see something of a member: %s', (name, might) => {
  expect(mightSee(actors[name], 'ana')).toBe(might);
});
