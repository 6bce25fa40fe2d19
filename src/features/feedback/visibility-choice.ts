import type { FeedbackVisibility } from './feedback.ts';

/** The people whom a choice of readers is about. */
export interface Concerned {
  authorId: string;
  subject: { id: string; name: string };
  /** Whom the subject reports to. */
  manager: { id: string; name: string } | null;
}

/** With nobody else to read it, or when they write it themselves, there is no manager to confide in. */
export function visibilitiesFor({ authorId, manager }: Concerned): FeedbackVisibility[] {
  return manager === null || manager.id === authorId ? ['shared'] : ['shared', 'manager_only', 'anonymous'];
}

/** Said before anything is typed, and after it was saved. `<@U…>` is for Slack to put the name in. */
export function whoReadsIt({ authorId, subject, manager }: Concerned, visibility: FeedbackVisibility): string {
  const person = `<@${subject.id}>`;
  if (manager === null) return `${person} reads it, with your name. Nobody is noted as their manager.`;
  if (manager.id === authorId) return `${person} reads it, with your name. So do you, as their manager.`;
  const boss = `<@${manager.id}>`;
  switch (visibility) {
    case 'shared':
      return `${person} and their manager, ${boss}, read all of it, with your name.`;
    case 'manager_only':
      return `Their manager, ${boss}, reads it and the reason below, with your name. ${person} learns from next month on, or in a review, that it exists and that reason, neither the words nor your name.`;
    case 'anonymous':
      return `Their manager, ${boss}, reads it, with your name. ${person} reads the words without your name, from next month on or in a review: write so that the words alone do not tell who you are.`;
  }
}

/** In the list of choices: at most 75 characters each. */
export const visibilityNames: Record<FeedbackVisibility, { name: string; means: string }> = {
  shared: { name: 'The person and their manager', means: 'Both read all of it, with your name.' },
  manager_only: { name: 'Their manager only', means: 'The person learns that it exists, and why it is not shown.' },
  anonymous: {
    name: 'Their manager with my name, the person without',
    means: 'The person reads the words from next month on.',
  },
};
