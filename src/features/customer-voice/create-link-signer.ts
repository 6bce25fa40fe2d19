import type { Database } from '../../platform/storage/database.ts';
import { newSigningKey, readSignedId, signId } from '../../platform/web/signed-id.ts';
import { FORM_PATH, LINK_PURPOSE } from './form-link.ts';
import { findOrSaveLinkKey } from './link-store.ts';

/** Makes the addresses of forms, and knows its own again. */
export interface LinkSigner {
  /** The whole address that a client opens. */
  urlOf(linkId: string): Promise<string>;
  /** The id behind what stands in an address; undefined for what we did not sign. */
  idIn(signed: string): Promise<string | undefined>;
  /** Whether clients can open our addresses, or this machine alone. */
  isPublic: boolean;
}

export interface LinkOptions {
  /** Where clients reach us with their browsers; without it, this machine alone. */
  publicUrl?: string | undefined;
  /** Signs the links; without it a key of the workspace's own does, kept in the database. */
  linkSecret?: string | undefined;
}

export interface LinkSignerParts extends LinkOptions {
  db: Database;
  workspaceId(): string;
  /** Where this process listens, known once it does. */
  address: { port: number };
}

export function createLinkSigner(parts: LinkSignerParts): LinkSigner {
  const { db, linkSecret, publicUrl, address } = parts;
  let known = linkSecret;
  const signing = async () => {
    known ??= await findOrSaveLinkKey(db, parts.workspaceId(), newSigningKey());
    return { key: known, purpose: `${LINK_PURPOSE} ${parts.workspaceId()}` };
  };
  return {
    isPublic: publicUrl !== undefined,
    async urlOf(linkId) {
      const base = (publicUrl ?? `http://localhost:${address.port}`).replace(/\/+$/, '');
      return `${base}${FORM_PATH}/${signId(linkId, await signing())}`;
    },
    async idIn(signed) {
      return readSignedId(signed, await signing());
    },
  };
}
