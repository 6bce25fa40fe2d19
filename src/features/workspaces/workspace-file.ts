import { z } from 'zod';
import { didYouMean } from '../../platform/slack/closest-word.ts';
import { personProblems } from './file-people.ts';
import type { FileProblem } from './file-problem.ts';
import { referenceProblems } from './file-references.ts';
import {
  type CadenceEntry,
  type CompanyHolidayEntry,
  cadenceSchema,
  companyHolidaySchema,
  type LessonsEntry,
  lessonsSchema,
  type ReviewEntry,
  reviewSchema,
  sponsorsSchema,
  type TeamEntry,
  teamSchema,
} from './file-schema.ts';
import { type MetricEntry, metricSchema, type RoleEntry, roleSchema } from './metric-schema.ts';
import { schemaProblems } from './schema-problems.ts';
import { readYaml } from './yaml-source.ts';

/** What an administrator wrote down about teams, metrics, roles, cadences and reviews; people as e-mails or ids. */
export interface WorkspaceFile {
  teams: TeamEntry[];
  metrics: MetricEntry[];
  roles: RoleEntry[];
  cadences: CadenceEntry[];
  reviews: ReviewEntry[];
  holidays: CompanyHolidayEntry[];
  readsSlackStatus: boolean;
  /** Executive sponsors. */
  sponsors: string[];
  /** Null, no note of lessons. */
  lessons: LessonsEntry | null;
  /** The line of a value in the text, for problems that only show when the file meets the workspace. */
  lineOf(at: readonly PropertyKey[]): number | null;
}

export type WorkspaceFileReading = { file: WorkspaceFile } | { problems: FileProblem[] };

type Problem = Omit<FileProblem, 'line'>;
type Sections = Record<string, Map<string, unknown>>;

const SECTIONS = ['teams', 'metrics', 'roles', 'cadences', 'reviews'];
const TOP = [...SECTIONS, 'holidays', 'reads_slack_status', 'sponsors', 'lessons'];
const HOLIDAYS = 'a list of days such as { on: 2026-12-24, name: Christmas Eve }';
const KEY = /^[a-z0-9][a-z0-9_-]{0,59}$/;
const mapping = z.record(z.string(), z.unknown());

/** Reads the workspace file, or tells everything that is wrong with it at once. */
export function readWorkspaceFile(text: string): WorkspaceFileReading {
  const { value, lineOf, problems: syntax } = readYaml(text);
  if (syntax.length > 0) return { problems: syntax };
  const found: Problem[] = [];
  const sections = readSections(value, found);
  const single = <Value>(name: string, schema: z.ZodType<Value>, otherwise: Value): Value => {
    const given = mapping.safeParse(value).data?.[name] ?? otherwise;
    const read = schema.safeParse(given, { reportInput: true });
    if (read.success) return read.data;
    const issues = read.error.issues.flatMap(schemaProblems);
    found.push(...issues.map(({ at, message }) => ({ at: [name, ...at], message })));
    return otherwise;
  };
  const entries = <Entry>(section: string, schemaFor: (raw: unknown) => z.ZodType<Entry>) =>
    [...(sections[section] ?? [])].flatMap(([key, raw]) => {
      const read = schemaFor(raw).safeParse(raw, { reportInput: true });
      if (read.success) return [{ ...read.data, key }];
      const issues = read.error.issues.flatMap(schemaProblems);
      found.push(...issues.map(({ at, message }) => ({ at: [section, key, ...at], message })));
      return [];
    });
  const keysOf = (section: string) => [...(sections[section]?.keys() ?? [])];
  // Keys of entries that are wrong themselves still count as named, so that one slip is told once.
  const named = { teams: keysOf('teams'), metrics: keysOf('metrics'), roles: keysOf('roles') };
  const file: WorkspaceFile = {
    teams: entries('teams', () => teamSchema(named)),
    metrics: entries('metrics', (raw) => metricSchema(named, raw)),
    roles: entries('roles', () => roleSchema(named)),
    cadences: entries('cadences', (raw) => cadenceSchema(named, raw)),
    reviews: entries('reviews', () => reviewSchema(named)),
    holidays: single('holidays', z.array(companyHolidaySchema, HOLIDAYS), []),
    readsSlackStatus: single('reads_slack_status', z.boolean('true or false'), false),
    sponsors: single('sponsors', sponsorsSchema, []),
    lessons: single('lessons', lessonsSchema.nullable(), null),
    lineOf,
  };
  found.push(...referenceProblems(file), ...personProblems(file, (reference) => reference));
  if (found.length === 0) return { file };
  return { problems: found.map((problem) => ({ ...problem, line: lineOf(problem.at) })).sort(byLine) };
}

function readSections(value: unknown, found: Problem[]): Sections {
  const file = mapping.safeParse(value);
  if (!file.success) {
    found.push({ at: [], message: `expected a mapping with ${SECTIONS.join(', ')}; see throughline.example.yaml` });
    return {};
  }
  for (const name of Object.keys(file.data)) {
    const message = `is not known here${didYouMean(name, TOP) || `; known are ${TOP.join(', ')}`}`;
    if (!TOP.includes(name)) found.push({ at: [name], message });
  }
  if (!('teams' in file.data)) found.push({ at: ['teams'], message: 'is missing; expected at least one team' });
  return Object.fromEntries(SECTIONS.map((name) => [name, readSection(name, file.data[name], found)]));
}

function readSection(name: string, value: unknown, found: Problem[]): Map<string, unknown> {
  // `reviews:` with nothing below it, as it stands in a file that is being written.
  const section = mapping.safeParse(value ?? {});
  if (!section.success) {
    found.push({ at: [name], message: `expected a mapping from keys to ${name}` });
    return new Map();
  }
  for (const key of Object.keys(section.data)) {
    const message = 'expected a key of small letters, digits, - and _, at most 60 of them';
    if (!KEY.test(key)) found.push({ at: [name, key], message });
  }
  return new Map(Object.entries(section.data));
}

function byLine(one: FileProblem, other: FileProblem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}
