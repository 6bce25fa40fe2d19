import type { DateOrder, SentVoice } from './sent-voice.ts';
import type { VoiceSource } from './voice.ts';

/** What can be said of an answer. */
export const VOICE_COLUMNS = [
  'key',
  'source',
  'client',
  'segment',
  'scale',
  'score',
  'words',
  'may_quote',
  'on',
  'members',
  'metric',
] as const;
type Field = (typeof VOICE_COLUMNS)[number];

/** Which column of a file says what, and what holds for every row of it. */
export interface VoiceMapping {
  /** What wrote the file, for whoever imports it. */
  name: string;
  columns: Partial<Record<Field, string>>;
  source: Exclude<VoiceSource, 'form'>;
  /** Of every row, unless a column says it. */
  scale?: string;
  dates: DateOrder;
}

/** What whoever imports a file says of it; it comes before what the file looks like. */
export interface MappingWishes {
  columns?: Partial<Record<Field, string>>;
  source?: Exclude<VoiceSource, 'form'>;
  scale?: string;
  dates?: DateOrder;
}

interface Export extends VoiceMapping {
  /** Columns that tell it from others. */
  signs: readonly RegExp[];
  /** For each field, columns that may hold it, the surest first. */
  looks: Partial<Record<Field, readonly RegExp[]>>;
}

const RECOMMEND = /likely.*recommend|recommend.*likely|net_promoter|(?:^|_)nps(?:_|$)/;
const SATISFIED = /how_satisfied|satisfaction|(?:^|_)csat(?:_|$)/;
const REASON = /reason|comment|why|feedback|anything_else|tell_us|improve|in_your_own_words/;
const WHO = [/^company(_name)?$/, /^organi[sz]ation(_name)?$/, /^account(_name)?$/, /^name$/, /^e-?mail(_address)?$/];

const surveyLooks = { score: [RECOMMEND, SATISFIED], words: [REASON], client: WHO };

/** The exports that people bring, by the headers that their makers write (small letters, _ for spaces). */
const exports: readonly Export[] = [
  {
    name: 'Delighted',
    signs: [/^score$/, /^comment$/, /^(survey_type|permalink|person_id|response_type)$/],
    looks: {
      key: [/^(survey_)?response_id$/, /^id$/, /^permalink$/],
      score: [/^score$/],
      words: [/^comment$/],
      scale: [/^(survey|response)_type$/],
      on: [/^(responded|created|survey_response)_?(at|time)/, /^updated_at/, /created_at|response_time|date/],
      client: WHO,
      segment: [/^segment$/, /^plan$/, /^tier$/],
    },
    columns: {},
    source: 'survey',
    scale: 'nps',
    dates: 'iso',
  },
  {
    name: 'Zendesk satisfaction',
    // Of ratings, or of tickets: those are told by their requesters, and the number of a ticket is its id.
    signs: [
      /^ticket(_id)?$|^ticket_?#?$|^requester(_id)?$/,
      /^(score|satisfaction_(score|rating)|ticket_satisfaction_rating|rating)$/,
    ],
    looks: {
      key: [/^id$/, /^ticket_id$/, /^ticket/],
      score: [/^(score|satisfaction_(score|rating)|ticket_satisfaction_rating|rating)$/],
      words: [/comment/],
      on: [/^updated(_at)?/, /^created(_at)?/, /date/],
      client: [/organi[sz]ation/, /^requester(_name)?$/, /^requester/],
    },
    columns: {},
    source: 'support',
    scale: 'csat:0-1',
    dates: 'iso',
  },
  {
    name: 'SurveyMonkey',
    signs: [/^respondent_id$/, /^collector_id$/],
    looks: {
      ...surveyLooks,
      key: [/^respondent_id$/],
      on: [/^(date_modified|end_date)$/, /^(date_created|start_date)$/],
    },
    columns: {},
    source: 'survey',
    dates: 'mdy',
  },
  {
    name: 'Typeform',
    signs: [/^submit_date|^submitted_at/, /^#$|^network_id$|^response_id$|^start_date/],
    looks: { ...surveyLooks, key: [/^#$/, /^response_id$/, /^token$/], on: [/^submit_date/, /^submitted_at/] },
    columns: {},
    source: 'survey',
    dates: 'iso',
  },
];

/** Our own names, as the export of ours writes them too. */
const plain: Export = {
  name: 'columns named by what they hold',
  signs: [],
  looks: Object.fromEntries(VOICE_COLUMNS.map((field) => [field, [new RegExp(`^${field}$`)]])),
  columns: {},
  source: 'survey',
  dates: 'iso',
};

export type MappingFound = { ok: true; mapping: VoiceMapping; unused: string[] } | { ok: false; problem: string };

/** How to read a file with these columns: as whoever imports it says, and for the rest as it looks. */
export function mappingFor(columns: readonly string[], wishes: MappingWishes): MappingFound {
  const wished = Object.entries(wishes.columns ?? {});
  const missing = wished.find(([, column]) => !columns.includes(column));
  if (missing) return { ok: false, problem: `There is no column "${missing[1]}". There are: ${columns.join(', ')}.` };
  const known =
    exports.find(({ signs }) => signs.every((sign) => columns.some((column) => sign.test(column)))) ?? plain;
  const looked = lookedUp(columns, known.looks);
  const found: Partial<Record<Field, string>> = { ...looked, ...wishes.columns };
  if (!found.score && !found.words) {
    return {
      ok: false,
      problem: `Which column holds the score, and which the words? Say so with --column score=NAME and --column words=NAME. There are: ${columns.join(', ')}.`,
    };
  }
  if (!found.on)
    return {
      ok: false,
      problem: `Which column holds the day? Say so with --column on=NAME. There are: ${columns.join(', ')}.`,
    };
  const scale = wishes.scale ?? (found.scale ? undefined : (known.scale ?? scaleOf(found.score)));
  if (found.score && !found.scale && scale === undefined) {
    return {
      ok: false,
      problem: `On which scale are the scores in "${found.score}"? Say so with --scale nps, csat or csat:1-7.`,
    };
  }
  if (wishes.scale !== undefined) delete found.scale;
  if (wishes.source !== undefined) delete found.source;
  const used = new Set(Object.values(found));
  return {
    ok: true,
    unused: columns.filter((column) => !used.has(column)),
    mapping: {
      name: known.name,
      columns: found,
      source: wishes.source ?? known.source,
      dates: wishes.dates ?? known.dates,
      ...(scale !== undefined && { scale }),
    },
  };
}

function scaleOf(column: string | undefined): string | undefined {
  if (column === undefined) return undefined;
  if (RECOMMEND.test(column)) return 'nps';
  return SATISFIED.test(column) ? 'csat' : undefined;
}

/** No column is taken for two things: what was asked for first has it. */
function lookedUp(columns: readonly string[], looks: Export['looks']): Partial<Record<Field, string>> {
  const taken = new Set<string>();
  const found: Partial<Record<Field, string>> = {};
  for (const field of VOICE_COLUMNS) {
    for (const look of looks[field] ?? []) {
      const column = columns.find((one) => look.test(one) && !taken.has(one));
      if (column === undefined) continue;
      found[field] = column;
      taken.add(column);
      break;
    }
  }
  return found;
}

/** Answers that say that there is none, and the second line of headers that SurveyMonkey writes. */
const NO_ANSWER = /^(offered|unoffered|not offered|n\/a|-|response|open-ended response)$/i;

/** One line of such a file as a row of ours. */
export function mappedVoice(
  cells: Readonly<Record<string, string>>,
  at: number,
  { columns, source, scale }: VoiceMapping,
): SentVoice {
  const cell = (field: Field) => (columns[field] === undefined ? undefined : cells[columns[field]]);
  const answer = (field: Field) => {
    const text = cell(field)?.trim();
    return text !== undefined && NO_ANSWER.test(text) ? undefined : text;
  };
  const given = Object.fromEntries(VOICE_COLUMNS.map((field) => [field, cell(field)]));
  return {
    at,
    ...given,
    score: answer('score'),
    words: answer('words'),
    source: cell('source') ?? source,
    scale: cell('scale') ?? scale,
  };
}
