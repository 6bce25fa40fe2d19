import type { Database } from '../../platform/storage/database.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { createFormLink } from './create-form-link.ts';
import type { FormLink } from './form-link.ts';
import type { FormRequest } from './form-request.ts';

export type RequestedLink = { outcome: 'created'; link: FormLink } | { outcome: 'refused'; problem: string };

/** A form that a workflow asked for. It stands in the list of the member it is made for, who can revoke it. */
export async function createRequestedLink(
  db: Database,
  { workspaceId, request, now }: { workspaceId: string; request: FormRequest; now: Date },
): Promise<RequestedLink> {
  const { madeFor, members, metric: metricKey, ...content } = request;
  const references = [madeFor, ...members];
  const identities = await identifyPeople(db, { workspaceId, references });
  const ids = references.map((reference) => {
    const identity = identities.get(reference);
    return identity?.status === 'member' ? identity.id : undefined;
  });
  const unknown = references.find((_reference, at) => ids[at] === undefined);
  if (unknown !== undefined) {
    return { outcome: 'refused', problem: `"${unknown.slice(0, 80)}" is no member of the workspace.` };
  }
  if (metricKey !== null && !(await loadMetricNames(db, workspaceId)).some(({ key }) => key === metricKey)) {
    return { outcome: 'refused', problem: `There is no metric "${metricKey.slice(0, 80)}".` };
  }
  const [createdById = '', ...memberIds] = ids.flatMap((id) => id ?? []);
  const created = await createFormLink(db, {
    workspaceId,
    createdById,
    content: { ...content, memberIds: [...new Set(memberIds)], metricKey },
    now,
  });
  if (created.outcome !== 'created') throw new Error('a member was known and then was not');
  return created;
}
