import type { Identity } from '../people/identify-people.ts';
import { peopleMentioned } from './file-people.ts';
import type { FileProblem } from './file-problem.ts';
import type { WorkspaceFile } from './workspace-file.ts';

export interface PeopleFound {
  /** Of a reference in the file; the reference itself where nobody was found. */
  memberId(reference: string): string;
  problems: Omit<FileProblem, 'line'>[];
}

/** Meets the people whom the file names. */
export async function findPeople(
  file: WorkspaceFile,
  identify: (references: string[]) => Promise<Map<string, Identity>>,
): Promise<PeopleFound> {
  const mentions = peopleMentioned(file);
  const identities = await identify([...new Set(mentions.map(({ reference }) => reference))]);
  return {
    memberId(reference) {
      const identity = identities.get(reference);
      return identity?.status === 'member' ? identity.id : reference;
    },
    problems: mentions.flatMap(({ at, reference }) => {
      const message = objection(reference, identities.get(reference) ?? { status: 'unknown' });
      return message === undefined ? [] : [{ at, message }];
    }),
  };
}

function objection(reference: string, identity: Identity): string | undefined {
  if (identity.status === 'member') return undefined;
  if (identity.status === 'ambiguous')
    return `${reference} belongs to several people (${identity.ids.join(', ')}); name one of them by id`;
  if (identity.status === 'bot') return `${reference} is a bot; expected a person`;
  if (identity.status === 'deactivated')
    return `${reference} is deactivated in Slack; take this person out of the file`;
  return `nobody in this Slack workspace is ${reference}; look for a slip of the pen, or invite them to Slack first`;
}
