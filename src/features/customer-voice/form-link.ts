import type { Scale } from './score.ts';

/** A form that one client may answer once. */
export interface FormLink {
  id: string;
  client: string;
  segment: string | null;
  scale: Scale;
  memberIds: string[];
  metricKey: string | null;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  answeredAt: Date | null;
}

export type LinkState = 'open' | 'answered' | 'revoked' | 'expired';

/** What was answered stays answered, whatever became of the link later. */
export function linkState(link: Pick<FormLink, 'expiresAt' | 'revokedAt' | 'answeredAt'>, now: Date): LinkState {
  if (link.answeredAt) return 'answered';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'open';
}

/** What the signature of a link is for; see platform/web/signed-id.ts. */
export const LINK_PURPOSE = 'form';
export const FORM_PATH = '/form';

/** How long a link may be answered, in days. */
export const linkLives = [7, 14, 30, 90] as const;
export const USUAL_LIFE_DAYS = 30;
