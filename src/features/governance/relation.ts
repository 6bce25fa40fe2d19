import { type ManagerOf, manages } from '../people/management.ts';

/** How somebody stands to a subject. Whoever has none of these is a stranger: a colleague, a former manager, a bot. */
const RELATIONS = [
  'self',
  'manager',
  'line-manager',
  'sponsor',
  'named-partner',
  'partner',
  'data-owner',
  'answerer',
  'administrator',
] as const;

export type Relation = (typeof RELATIONS)[number];

/** Everything that is known of how one person stands to others. */
export interface Standing {
  actorId: string;
  /** False for bots, for those who left, and for whom Slack never named: they have no relation to anybody. */
  isHere: boolean;
  /** Named under `sponsors` in the workspace file, and no guest. */
  isSponsor: boolean;
  /** As Slack says at this moment, where it was asked. */
  isAdministrator: boolean;
  /** Of everybody below them, as it is now: who managed somebody once is a stranger. */
  managerOf: ManagerOf;
  /** Keys of the metrics whose numbers they answer for. */
  owns: ReadonlySet<string>;
  /** By member, the keys of the metrics in the plans of theirs that the person signed as a partner. */
  signed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whose record, and which part of it. */
export interface Subject {
  /** Null: the workspace, which is nobody's record. */
  memberId: string | null;
  /** Which number; without it, partners and data owners have no part in what is asked. */
  metricKey?: string;
  /** Who has to say whether that number is right (who-answers.ts). */
  answererId?: string | null;
  /** Partners named in the plan in question, signed or not. */
  namedPartnerIds?: readonly string[];
}

export function relationsTo(standing: Standing, subject: Subject): Relation[] {
  if (!standing.isHere) return [];
  return RELATIONS.filter((relation) => holds[relation](standing, subject));
}

const holds: Record<Relation, (standing: Standing, subject: Subject) => boolean> = {
  self: ({ actorId }, { memberId }) => memberId === actorId,
  manager: ({ actorId, managerOf }, { memberId }) => memberId !== null && manages(managerOf, actorId, memberId),
  // Whom they report to themselves, nobody above.
  'line-manager': ({ actorId, managerOf }, { memberId }) => memberId !== null && managerOf.get(memberId) === actorId,
  sponsor: ({ isSponsor }, { memberId }) => isSponsor && memberId !== null,
  'named-partner': ({ actorId }, { namedPartnerIds }) => namedPartnerIds?.includes(actorId) ?? false,
  partner: ({ signed }, { memberId, metricKey }) =>
    memberId !== null && metricKey !== undefined && (signed.get(memberId)?.has(metricKey) ?? false),
  'data-owner': ({ owns }, { metricKey }) => metricKey !== undefined && owns.has(metricKey),
  answerer: ({ actorId }, { answererId }) => answererId === actorId,
  administrator: ({ isAdministrator }) => isAdministrator,
};
