import type { LittleCompany } from './little-company.ts';

/** A plan of Ana's, of her time to first reply alone, that this partner signed, or not yet. */
export async function agreeWithPartner(
  { db, slack, service }: LittleCompany,
  partner: string,
  { signed = true, reason = 'Replies', target = 4 } = {},
): Promise<void> {
  const { id: memberId } = slack.as('ana');
  const { workspaceId } = service;
  const at = new Date('2026-03-24T09:00:00Z');
  const plan = await db.plan.create({ data: { workspaceId, memberId, createdAt: at, sessionOpenedAt: at } });
  const version = { planId: plan.id, version: 1, workspaceId };
  const days = { periodFrom: new Date('2026-01-01'), periodTo: new Date('2026-06-30'), holdsFrom: at };
  await db.planVersion.create({
    data: {
      ...version,
      ...days,
      reason,
      writtenById: memberId,
      writtenAt: at,
      agreedAt: signed ? at : null,
    },
  });
  const item = { position: 0, metricKey: 'first_reply_hours', definitionVersion: 1, reason: 'It helps.' };
  const numbers = { weight: 100, threshold: 9, target, capCredit: '1.2' };
  await db.planItem.create({ data: { ...version, ...item, ...numbers } });
  const signer = { ...version, memberId: slack.as(partner).id, capacity: 'partner' as const };
  await db.planSigner.create({ data: { ...signer, signedAt: signed ? at : null } });
}
