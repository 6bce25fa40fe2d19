import type { ModalView } from '@slack/types';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import type { LinkSigner } from './create-link-signer.ts';
import { linkState } from './form-link.ts';
import { linkForm } from './link-form.ts';
import { findLink, findLinksOf, revokeLink } from './link-store.ts';
import { linkView } from './link-view.ts';
import { linksMessage } from './links-message.ts';

const LATEST = 10;

interface Asked {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** The forms that this member made lately; `revokeId`, one of them that is revoked first. */
export async function openFormLinks(db: Database, asked: Asked & { revokeId?: string }): Promise<Message> {
  const { workspaceId, memberId: createdById, now, revokeId } = asked;
  const notice =
    revokeId === undefined
      ? undefined
      : (await revokeLink(db, { workspaceId, id: revokeId, createdById, now }))
        ? 'Revoked: nobody can answer that form any more.'
        : 'Not revoked: that form was answered or revoked already.';
  const links = await findLinksOf(db, { workspaceId, createdById, limit: LATEST });
  return linksMessage(links, now, notice);
}

export async function openLinkForm(db: Database, workspaceId: string): Promise<ModalView> {
  return linkForm(await loadMetricNames(db, workspaceId));
}

/** The link again, for its maker alone; undefined when it is nobody's to show any more. */
export async function openLink(
  db: Database,
  { workspaceId, memberId, now, linkId, signer }: Asked & { linkId: string; signer: LinkSigner },
): Promise<ModalView | undefined> {
  const found = await findLink(db, workspaceId, linkId);
  if (!found || found.link.createdById !== memberId || linkState(found.link, now) !== 'open') return undefined;
  return linkView(found.link, await signer.urlOf(linkId), signer.isPublic);
}
