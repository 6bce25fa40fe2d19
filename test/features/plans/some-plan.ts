import type { Plan, PlanItem, PlanVersion, Signer } from '../../../src/features/plans/plan.ts';
import { measure } from '../metrics/some-metric.ts';

export function item(differences: Partial<PlanItem> = {}): PlanItem {
  return {
    metricKey: 'first_reply_hours',
    definitionVersion: 1,
    ...measure({ unit: 'hours' }),
    name: 'Time to first reply',
    meaning: 'Hours to our first answer.',
    direction: 'lower',
    timing: 'leading',
    source: 'Help desk',
    aggregation: 'last',
    frequency: 'week',
    weight: '60',
    threshold: '6',
    target: '4',
    cap: '3',
    capCredit: '1.2',
    steps: [],
    reason: 'Clients wait.',
    ...differences,
  };
}

export function signers(...signed: ('UANA' | 'UMAYA' | 'UZOE')[]): Signer[] {
  const all = [
    { memberId: 'UANA', capacity: 'employee' },
    { memberId: 'UMAYA', capacity: 'manager' },
    { memberId: 'UZOE', capacity: 'partner' },
  ] as const;
  const at = new Date('2026-01-05T10:00:00Z');
  return all.map((signer) => ({ ...signer, signedAt: signed.some((id) => id === signer.memberId) ? at : null }));
}

export function version(differences: Partial<PlanVersion> = {}): PlanVersion {
  return {
    planId: '00000000-0000-7000-8000-000000000001',
    memberId: 'UANA',
    version: 1,
    from: '2026-01-01',
    to: '2026-06-30',
    holdsFrom: '2026-01-01',
    reason: 'Clients who get help stay.',
    writtenById: 'UANA',
    writtenAt: new Date('2026-01-02T10:00:00Z'),
    agreedAt: new Date('2026-01-05T10:00:00Z'),
    items: [item()],
    signers: signers('UANA', 'UMAYA', 'UZOE'),
    ...differences,
  };
}

export function plan(first: PlanVersion, ...later: PlanVersion[]): Plan {
  const { planId: id, memberId, writtenAt } = first;
  return { id, memberId, sessionOpenedAt: writtenAt, versions: [first, ...later] };
}
