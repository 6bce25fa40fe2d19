import { UNKNOWN_TIME_ZONE } from '../people/time-zone.ts';
import { type Finding, hint, ok, problem } from './finding.ts';
import type { SetUp, SetUpMember } from './set-up.ts';

/** Whether a workspace file is in force. */
export function checkWorkspaceFile({ teamCount, cadenceKeys, reviewCount, members }: SetUp): Finding[] {
  if (teamCount === 0)
    return [problem('Workspace file', 'None is in force; write one and run: npm run cli -- apply throughline.yaml')];
  const counts = [
    counted(teamCount, 'team'),
    counted(cadenceKeys.length, 'cadence'),
    counted(members.length, 'member'),
    counted(reviewCount, 'review'),
  ];
  return [
    ok('Workspace file', counts.join(', ')),
    ...(cadenceKeys.length === 0 ? [hint('Workspace file', 'No cadence: nobody is asked for a check-in.')] : []),
  ];
}

/** Whether the people on the teams can be asked, and have somebody who is told. */
export function checkMembers({ members }: SetUp): Finding[] {
  if (members.length === 0) return [];
  return [
    ...about(members, ({ deactivatedAt }) => deactivatedAt !== null, problem, {
      well: 'all are active in Slack',
      ill: 'Deactivated in Slack',
      todo: 'Take them out of the workspace file.',
    }),
    ...about(members, ({ roleKey }) => roleKey === null, problem, {
      well: 'all have a role',
      ill: 'Without a role, so asked for no number',
      todo: 'Give them one in the workspace file.',
    }),
    ...about(members, ({ managerId }) => managerId === null, hint, {
      well: 'all have a manager',
      ill: 'Without a manager, so nobody sees their progress but they',
      todo: 'Fine at the very top; else name one in the workspace file.',
    }),
    ...about(members, ({ timeZone }) => timeZone === UNKNOWN_TIME_ZONE, hint, {
      well: 'all have a time zone',
      ill: 'Without a time zone in Slack, so asked at UTC hours',
      todo: 'They can set it in their Slack preferences.',
    }),
  ];
}

const NAMES_SHOWN = 10;

function about(
  members: SetUpMember[],
  isConcerned: (member: SetUpMember) => boolean,
  finding: (check: string, says: string) => Finding,
  { well, ill, todo }: { well: string; ill: string; todo: string },
): Finding[] {
  const names = members.filter(isConcerned).map(({ name }) => name);
  if (names.length === 0) return [ok('Members', well)];
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return [finding('Members', `${ill}: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}. ${todo}`)];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
