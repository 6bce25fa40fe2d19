import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { type Dependency, mayRelease } from './dependency.ts';
import { dependencyForm } from './dependency-form.ts';
import { findDependencies, findDependency } from './dependency-store.ts';
import { closeForm, releaseForm } from './ending-form.ts';
import { findPeople } from './find-people.ts';
import { mayChange } from './initiative.ts';
import { initiativeForm } from './initiative-form.ts';
import { findInitiative, findInitiatives } from './initiative-store.ts';
import { initiativesMessage } from './initiatives-message.ts';
import { findTeamKey, findTeams } from './team-store.ts';
import { waitingMessage } from './waiting-message.ts';

interface Asker {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** So long what ended is still shown, and can be taken up again. */
const ENDED_MILLISECONDS = 28 * 24 * 60 * 60_000;

export async function openInitiatives(db: Database, { workspaceId, memberId, now }: Asker): Promise<Message> {
  const closedSince = new Date(now.getTime() - ENDED_MILLISECONDS);
  return initiativesMessage(await findInitiatives(db, { workspaceId, closedSince }), memberId);
}

/** `withdrawn` was taken back a moment ago, and can be brought back. */
export async function openWaiting(db: Database, asker: Asker, withdrawn?: Dependency): Promise<Message> {
  const { workspaceId, memberId, now } = asker;
  const releasedSince = new Date(now.getTime() - ENDED_MILLISECONDS);
  return waitingMessage({
    dependencies: await findDependencies(db, { workspaceId, releasedSince }),
    reader: { memberId, teamKey: await findTeamKey(db, workspaceId, memberId) },
    today: await todayOf(db, asker),
    ...(withdrawn && { withdrawn }),
  });
}

/** Without an id, for a new one. Undefined: it is not theirs, or closed. */
export async function openInitiativeForm(
  db: Database,
  { workspaceId, memberId, id }: Asker & { id: string | undefined },
): Promise<ModalView | undefined> {
  if (id === undefined) return initiativeForm({ initiative: null, people: [] });
  const initiative = await findInitiative(db, workspaceId, id);
  if (!initiative || initiative.closedAt || !mayChange(initiative, memberId)) return undefined;
  const memberIds = initiative.parts.map((one) => one.memberId);
  return initiativeForm({ initiative, people: await findPeople(db, { workspaceId, memberIds }) });
}

export async function openCloseForm(
  db: Database,
  { workspaceId, memberId, id }: Asker & { id: string },
): Promise<ModalView | undefined> {
  const initiative = await findInitiative(db, workspaceId, id);
  return initiative && !initiative.closedAt && mayChange(initiative, memberId) ? closeForm(initiative) : undefined;
}

/** Without an id, for a new one. Undefined: it is not theirs, or over; or there are no two teams. */
export async function openDependencyForm(
  db: Database,
  asker: Asker & { id: string | undefined },
): Promise<ModalView | undefined> {
  const { workspaceId, memberId, id, now } = asker;
  const ownTeamKey = await findTeamKey(db, workspaceId, memberId);
  const teams = await findTeams(db, workspaceId);
  const dependency = id === undefined ? null : await findOpen(db, { workspaceId, memberId, id });
  if (dependency === undefined || teams.length < 2) return undefined;
  const initiatives = await findInitiatives(db, { workspaceId, closedSince: now });
  return dependencyForm({ dependency, teams, initiatives, ownTeamKey, today: await todayOf(db, asker) });
}

export async function openReleaseForm(db: Database, which: Asker & { id: string }): Promise<ModalView | undefined> {
  const dependency = await findOpen(db, which);
  return dependency && releaseForm(dependency);
}

async function findOpen(
  db: Database,
  { workspaceId, memberId, id }: { workspaceId: string; memberId: string; id: string },
): Promise<Dependency | undefined> {
  const dependency = await findDependency(db, { workspaceId, id });
  const teamKey = await findTeamKey(db, workspaceId, memberId);
  const isOpen = dependency && dependency.releasedAt === null && mayRelease(dependency, { memberId, teamKey });
  return isOpen ? dependency : undefined;
}

async function todayOf(db: Database, asker: Asker) {
  return dayOf(asker.now, (await loadWorkingCalendar(db, asker))?.timeZone ?? 'UTC');
}
