import type { Step } from '../simulator/page/page-host.ts';
import { openForm } from './story/voices.ts';

/** Whom a visitor is at first. */
export const NEWCOMER = 'priya';

/** Something for each whom the product is for. `formUrl`: a form that a client may still answer. */
export function firstSteps(formUrl?: string): Step[] {
  return [
    {
      text: 'Employee: Priya is asked on Thursday at ten. Type a word for a number.',
      next: true,
      as: NEWCOMER,
      go: 'messages',
    },
    {
      text: 'Teammate: Ana asks Grace for feedback. Write "You always listen", and meet the coach.',
      as: 'grace',
      go: 'messages',
    },
    ...(formUrl === undefined ? [] : [clientStep(formUrl)]),
    {
      text: 'Manager: Maya reads of her people. In her Home a plan waits for her signature.',
      as: 'maya',
      go: 'support',
      type: '/progress',
    },
    {
      text: "Sponsor: Marcus reads another team's numbers and wins, and nobody's words.",
      as: 'marcus',
      go: 'messages',
      type: '/progress team product',
    },
    {
      text: 'Administrator: Ingrid sees what is measured, and may change it.',
      as: 'ingrid',
      go: 'messages',
      type: '/throughline metrics',
    },
  ];
}

function clientStep(url: string): Step {
  return {
    text: `Client: ${openForm.client} got a form from Ana. Answer it, then read it as Ana.`,
    open: { url, words: 'Open the form' },
    as: openForm.by,
    go: 'messages',
    type: '/throughline voice',
  };
}
