import { emailOf } from '../company.ts';

/** What a customer said, and the way on which it came to Larkfield. */
export interface Voice {
  client: string;
  /** On the scale of its way; null, words alone. */
  score: number | null;
  words: string;
  mayQuote: boolean;
  /** By handle: whom it concerns. */
  about?: string;
  on: string;
}

/** By the form whose link a colleague sent; answered in the client's own browser. NPS. */
export interface FormVoice extends Voice {
  by: string;
}

export const byForm: readonly FormVoice[] = [
  {
    by: 'ana',
    client: 'Halvorsen Logistics',
    score: 10,
    words: 'In eleven days our dispatchers planned alone. Nobody told us what to do; they asked how we work.',
    mayQuote: true,
    about: 'ana',
    on: '2026-01-29',
  },
  {
    by: 'priya',
    client: 'Brightwater Clinics',
    score: 9,
    words: 'Month end used to be a phone call. Now it is a file that is there.',
    mayQuote: true,
    about: 'priya',
    on: '2026-02-13',
  },
  {
    by: 'katrin',
    client: 'Halvorsen Logistics',
    score: 10,
    words: 'We had planned a year for all depots, and needed a quarter. Ask our dispatchers.',
    mayQuote: true,
    about: 'ana',
    on: '2026-04-02',
  },
];
/** Sent, and not answered yet. */
export const openForm = { by: 'ana', client: 'Quellen Foods' };

/** Typed by whoever heard it. CSAT, 1 to 5. */
export interface HandVoice extends Voice {
  by: string;
  heard: 'call' | 'e-mail';
}

export const byHand: readonly HandVoice[] = [
  {
    by: 'katrin',
    heard: 'call',
    client: 'Nordlys Energy',
    score: 5,
    words: 'The crews of the first region taught the second. We only watched.',
    mayQuote: true,
    on: '2026-02-19',
  },
  {
    by: 'camila',
    heard: 'e-mail',
    client: 'Delmar Ports',
    score: 3,
    words: 'Good answers, but at night we wait for them until morning.',
    mayQuote: false,
    about: 'camila',
    on: '2026-03-12',
  },
];

/** The export of a survey, as such services write it. NPS. */
export const bySurvey: readonly Voice[] = [
  survey('Alder Housing', 9, 'The tenants stopped calling, which is the best thing I can say.', '2026-02-02'),
  survey('Casa Verde Hotels', 10, 'Room repairs are booked where they happen.', '2026-02-02'),
  survey('Tamarind Retail', 8, 'Hindi lessons helped more than I expected.', '2026-02-03'),
  survey('Ostrava Rail Parts', 6, 'The training plan had to begin twice.', '2026-02-03'),
  survey('Kestrel Airports', 9, '', '2026-02-04'),
  survey('Silverbirch Insurance', 10, 'Claims in four days. Our board noticed.', '2026-02-04'),
  survey('Marlow & Pike', 7, 'Payroll works. The rota still needs two clicks too many.', '2026-02-05'),
  survey('Juno Pharmacies', 8, '', '2026-02-05'),
  survey('Pinecrest Schools', 4, 'Single sign-on, please. We ask since autumn.', '2026-02-06'),
  survey('Quellen Foods', 9, 'The line leads write their own checklists now.', '2026-02-06'),
];

/** What the help desk sends by itself after solved tickets. CSAT, 1 to 5. */
export const byProgram: readonly Voice[] = [
  ticket('Brightwater Clinics', 5, 'Answered before I had finished my coffee.', 'priya', '2026-03-02'),
  ticket('Kestrel Airports', 4, '', 'arjun', '2026-03-03'),
  ticket('Delmar Ports', 2, 'The third person asked for the same log.', 'emeka', '2026-03-03'),
  ticket('Nordlys Energy', 5, 'Bo knew our parts list.', 'bo', '2026-03-04'),
  ticket('Pinecrest Schools', 5, 'Back at work in twenty minutes.', 'noor', '2026-03-05'),
  ticket('Tamarind Retail', 4, '', 'arjun', '2026-03-05'),
];

/** Everything that customers said, with the scale on which they were asked. */
export const allVoices: readonly (Voice & { scale: 'NPS' | 'CSAT' })[] = [
  ...[...byForm, ...bySurvey].map((voice) => ({ ...voice, scale: 'NPS' as const })),
  ...[...byHand, ...byProgram].map((voice) => ({ ...voice, scale: 'CSAT' as const })),
];

/** Nobody who answers such a survey is asked whether they may be quoted. */
function survey(client: string, score: number, words: string, on: string): Voice {
  return { client, score, words, mayQuote: false, on };
}

function ticket(client: string, score: number, words: string, about: string, on: string): Voice {
  return { client, score, words, mayQuote: words !== '' && score > 3, about, on };
}

const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function surveyFile(): string {
  const lines = bySurvey.map(({ client, score, words, on }, index) =>
    [`r${1001 + index}`, 'nps', score, words, client, `${on} 10:${String(12 + index)}:00 UTC`]
      .map(String)
      .map(cell)
      .join(),
  );
  return ['Response ID,Survey Type,Score,Comment,Company,Created At', ...lines, ''].join('\n');
}

/** The body of a request to `/api/voice`. */
export function ticketRows(): object {
  const rows = byProgram.map(({ client, score, words, mayQuote, about, on }, index) => ({
    ...{
      key: `ticket-${4101 + index}`,
      client,
      scale: 'csat',
      score,
      source: 'support',
      on,
      metric: 'client_satisfaction',
    },
    ...(words !== '' && { words, may_quote: mayQuote }),
    ...(about !== undefined && { members: [emailOf(about)] }),
  }));
  return { rows };
}
