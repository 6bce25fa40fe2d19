import { expect, it } from 'vitest';
import { readSlackUser } from '../../../src/features/people/slack-user.ts';

const ana = {
  id: 'U1',
  team_id: 'T1',
  name: 'ana.k',
  deleted: false,
  tz: 'Europe/Berlin',
  profile: { display_name: 'Ana', real_name: 'Ana Kovač', email: 'Ana@Example.com' },
  is_bot: false,
};

it('takes what we need from an ordinary user', () => {
  expect(readSlackUser(ana)).toEqual({
    id: 'U1',
    kind: 'person',
    name: 'Ana',
    email: 'ana@example.com',
    timeZone: 'Europe/Berlin',
    deactivated: false,
    isAdministrator: false,
    status: { text: '', emoji: '', endsAt: null },
    workspaceIds: ['T1'],
  });
});

it.each([
  ['display name', { profile: { display_name: 'Ana', real_name: 'Ana Kovač' } }, 'Ana'],
  [
    'real name where the display name is empty',
    { profile: { display_name: ' ', real_name: 'Ana Kovač' } },
    'Ana Kovač',
  ],
  ['real name outside the profile', { profile: {}, real_name: 'Ana Kovač' }, 'Ana Kovač'],
  ['account name', { profile: undefined }, 'ana.k'],
  ['id', { profile: undefined, name: '' }, 'U1'],
])('calls people by their %s', (_, change, name) => {
  expect(readSlackUser({ ...ana, ...change })?.name).toBe(name);
});

it.each([
  ['bot', { is_bot: true }],
  ['bot', { is_workflow_bot: true }],
  ['bot', { id: 'USLACKBOT', is_bot: false }],
  ['guest', { is_restricted: true }],
  ['guest', { is_ultra_restricted: true }],
  ['person', { is_app_user: true }],
])('tells a %s by %j', (kind, change) => {
  expect(readSlackUser({ ...ana, ...change })?.kind).toBe(kind);
});

it('does not make up what the object of a deactivated user lacks', () => {
  const gone = readSlackUser({ id: 'U1', deleted: true, profile: { real_name: 'Ana Kovač' } });
  expect(gone).toMatchObject({ deactivated: true, timeZone: null, email: null });
});

it.each(['Europe/Atlantis', '', null, 7])('knows no time zone %j', (tz) => {
  expect(readSlackUser({ ...ana, tz })?.timeZone).toBeNull();
});

it.each([undefined, null, 'U1', {}, { id: '' }])('cannot read %j', (raw) => {
  expect(readSlackUser(raw)).toBeUndefined();
});
