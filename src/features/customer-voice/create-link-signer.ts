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

export interface LinkSignerParts {
  db: Database;
  workspaceId(): string;
  /** From the configuration; without it a key of the workspace's own, kept in the database. */
  secret: string | undefined;
  /** Where clients reach us; without it, this machine. */
  publicUrl: string | undefined;
  localUrl(): string;
}

export function createLinkSigner(parts: LinkSignerParts): LinkSigner {
  const { db, secret, publicUrl } = parts;
  let known = secret;
  const signing = async () => {
    known ??= await findOrSaveLinkKey(db, parts.workspaceId(), newSigningKey());
    return { key: known, purpose: `${LINK_PURPOSE} ${parts.workspaceId()}` };
  };
  return {
    isPublic: publicUrl !== undefined,
    async urlOf(linkId) {
      const base = (publicUrl ?? parts.localUrl()).replace(/\/+$/, '');
      return `${base}${FORM_PATH}/${signId(linkId, await signing())}`;
    },
    async idIn(signed) {
      return readSignedId(signed, await signing());
    },
  };
}
