import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { findNamed } from '../people/find-named.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { type Dependency, type DependencyWords, mayRelease } from './dependency.ts';
import { type DependencyFormParts, dependencyForm, withDependencyMeanwhile } from './dependency-form.ts';
import { findDependencies, findDependency } from './dependency-store.ts';
import { closeForm, releaseForm } from './ending-form.ts';
import { type Initiative, mayChange } from './initiative.ts';
import { initiativeForm, withInitiativeMeanwhile } from './initiative-form.ts';
import { findInitiative, findInitiatives } from './initiative-store.ts';
import type { InitiativeTyped } from './initiative-words.ts';
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

export async function openInitiatives(db: Database, { workspaceId, memberId, now }: Asker, page = 0): Promise<Message> {
  const closedSince = new Date(now.getTime() - ENDED_MILLISECONDS);
  return initiativesMessage(await findInitiatives(db, { workspaceId, closedSince }), memberId, page);
}

/** `withdrawn` was taken back a moment ago, and can be brought back. */
export async function openWaiting(
  db: Database,
  asker: Asker,
  { withdrawn, page = 0 }: { withdrawn?: Dependency; page?: number } = {},
): Promise<Message> {
  const { workspaceId, memberId, now } = asker;
  const releasedSince = new Date(now.getTime() - ENDED_MILLISECONDS);
  return waitingMessage({
    dependencies: await findDependencies(db, { workspaceId, releasedSince }),
    reader: { memberId, teamKey: await findTeamKey(db, workspaceId, memberId) },
    today: await todayOf(db, asker),
    page,
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
  return initiativeForm({ initiative, people: await findNamed(db, { workspaceId, memberIds }) });
}

/** The form with what was typed in it, and above it what somebody else changed meanwhile. */
export async function reopenInitiativeForm(
  db: Transaction,
  again: { workspaceId: string; stands: Initiative; typed: InitiativeTyped; clashes: readonly string[] },
): Promise<ModalView> {
  const { workspaceId, stands: initiative, typed, clashes } = again;
  const people = await findNamed(db, { workspaceId, memberIds: Object.keys(typed.parts) });
  return withInitiativeMeanwhile(initiativeForm({ initiative, typed, people }), initiative, clashes);
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
  const { workspaceId, memberId, id } = asker;
  const dependency = id === undefined ? null : await findOpen(db, { workspaceId, memberId, id });
  const choices = await loadChoices(db, asker);
  if (dependency === undefined || choices.teams.length < 2) return undefined;
  return dependencyForm({ dependency, ...choices });
}

/** The form with what was typed in it, and above it what somebody else changed meanwhile. */
export async function reopenDependencyForm(
  db: Transaction,
  asker: Asker & { stands: Dependency; typed: DependencyWords; clashes: readonly (keyof DependencyWords)[] },
): Promise<ModalView> {
  const { stands: dependency, typed, clashes } = asker;
  const form = dependencyForm({ dependency, typed, ...(await loadChoices(db, asker)) });
  return withDependencyMeanwhile(form, dependency, clashes);
}

/** What the form of a wait offers. */
async function loadChoices(db: Transaction, asker: Asker): Promise<Omit<DependencyFormParts, 'dependency' | 'typed'>> {
  const { workspaceId, memberId, now } = asker;
  return {
    teams: await findTeams(db, workspaceId),
    initiatives: await findInitiatives(db, { workspaceId, closedSince: now }),
    ownTeamKey: await findTeamKey(db, workspaceId, memberId),
    today: await todayOf(db, asker),
  };
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

async function todayOf(db: Transaction, asker: Asker) {
  return dayOf(asker.now, (await loadWorkingCalendar(db, asker))?.timeZone ?? 'UTC');
}
