import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { findOwnOpen, type NotOpen, type OwnCheckIn } from './find-own-open.ts';
import { optOutForm } from './opt-out-form.ts';
import { skipForm } from './skip-form.ts';
import { findCheckIn } from './store.ts';

type OpenedControl = { outcome: 'form'; form: ModalView } | NotOpen;

export async function openSkipForm(db: Database, which: OwnCheckIn): Promise<OpenedControl> {
  const found = await findOwnOpen(db, which);
  return found.outcome === 'open' ? { outcome: 'form', form: skipForm(found.checkIn) } : found;
}

/** Whatever became of the check-in under which it stands: this is about those to come. */
export async function openOptOutForm(
  db: Database,
  { workspaceId, memberId, checkInId }: OwnCheckIn,
): Promise<OpenedControl> {
  const checkIn = await findCheckIn(db, workspaceId, checkInId);
  return checkIn?.memberId === memberId ? { outcome: 'form', form: optOutForm(checkIn) } : { outcome: 'gone' };
}
