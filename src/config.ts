import { z } from 'zod';
import { type ConfigVariable, configVariables } from './config-variables.ts';
import type { LogLevel } from './platform/logging.ts';
import type { ConnectionChoice } from './platform/slack/connection.ts';

export interface Config {
  slack: { botToken: string; apiUrl: string; connection: ConnectionChoice };
  messagesPerSecond: number;
  port: number;
  /** Without a slash at its end; undefined, clients cannot reach us. */
  publicUrl?: string;
  linkSecret?: string;
  database: { kind: 'server'; url: string } | { kind: 'embedded'; directory: string };
  logLevel: LogLevel;
}

export interface ConfigProblem {
  name: string;
  found: string;
  expected: string;
}

/** Tells every problem at once, so that nobody mends a configuration one restart at a time. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, found, expected }) => `  ${name}: found ${found}, expected ${expected}`);
    super(`The configuration is not usable:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const EXPECTED = {
  botToken: 'a bot token; it begins with xoxb-',
  appToken: 'an app-level token; it begins with xapp-',
  signingSecret: 'the signing secret of the app: 32 digits and letters a to f',
  apiUrl: 'an https URL, or http on this machine (localhost, 127.0.0.1)',
  messagesPerSecond: 'a whole number of messages a second, 1 to 1000',
  port: 'a port, 0 to 65535',
  publicUrl: 'an https URL without a query, or http on this machine',
  linkSecret: 'at least 32 characters, such as `openssl rand -hex 32` prints',
  databaseUrl: 'a PostgreSQL URL: postgresql://user:password@host:5432/name',
  logLevel: 'fatal, error, warn, info, debug, trace or silent',
};

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  SLACK_BOT_TOKEN: z.string(EXPECTED.botToken).regex(/^xoxb-[\w-]+$/, EXPECTED.botToken),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]+$/, EXPECTED.appToken)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, EXPECTED.signingSecret)
    .optional(),
  SLACK_API_URL: z.string().refine(isSafeUrl, EXPECTED.apiUrl),
  MESSAGES_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, EXPECTED.messagesPerSecond)
    .transform(Number)
    .refine((count) => count <= 1000, EXPECTED.messagesPerSecond),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, EXPECTED.port)
    .transform(Number)
    .refine((port) => port <= 65_535, EXPECTED.port),
  PUBLIC_URL: z
    .string()
    .refine((text) => isSafeUrl(text) && !/[?#]/.test(text), EXPECTED.publicUrl)
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  LINK_SECRET: z.string().min(32, EXPECTED.linkSecret).optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl, EXPECTED.databaseUrl).optional(),
  DATA_DIR: z.string(),
  LOG_LEVEL: z.enum(levels, EXPECTED.logLevel),
});

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = withDefaults(env);
  const parsed = environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => problemWith(String(path[0]), given, message)),
    ...problemsOfChoice(given),
  ];
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = parsed.data ?? {};
  const connection = connectionChoice(appToken, signingSecret);
  if (problems.length > 0 || !parsed.success || !connection) throw new ConfigError(problems);

  const { data } = parsed;
  return {
    slack: { botToken: data.SLACK_BOT_TOKEN, apiUrl: data.SLACK_API_URL, connection },
    messagesPerSecond: data.MESSAGES_PER_SECOND,
    port: data.PORT,
    ...(data.PUBLIC_URL !== undefined && { publicUrl: data.PUBLIC_URL }),
    ...(data.LINK_SECRET !== undefined && { linkSecret: data.LINK_SECRET }),
    database:
      data.DATABASE_URL === undefined
        ? { kind: 'embedded', directory: data.DATA_DIR }
        : { kind: 'server', url: data.DATABASE_URL },
    logLevel: data.LOG_LEVEL,
  };
}

type Given = Readonly<Record<string, string>>;

/** Spaces and line ends come along when secrets are pasted; a variable set to nothing is a variable not set. */
function withDefaults(env: Readonly<Record<string, string | undefined>>): Given {
  const variables: readonly ConfigVariable[] = configVariables;
  const pairs = variables.flatMap((variable) => {
    const value = env[variable.name]?.trim() || variable.default;
    return value === undefined ? [] : [[variable.name, value] as const];
  });
  return Object.fromEntries(pairs);
}

function connectionChoice(appToken?: string, signingSecret?: string): ConnectionChoice | undefined {
  if (appToken !== undefined) return { mode: 'socket', appToken };
  if (signingSecret !== undefined) return { mode: 'http', signingSecret };
  return undefined;
}

function problemsOfChoice(given: Given): ConfigProblem[] {
  const hasSocket = given['SLACK_APP_TOKEN'] !== undefined;
  const hasHttp = given['SLACK_SIGNING_SECRET'] !== undefined;
  if (hasSocket !== hasHttp) return [];
  return [
    {
      name: 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
      found: hasSocket ? 'both' : 'neither',
      expected: 'exactly one: the app token for Socket Mode, or the signing secret for HTTP',
    },
  ];
}

function problemWith(name: string, given: Given, expected: string): ConfigProblem {
  const variables: readonly ConfigVariable[] = configVariables;
  const variable = variables.find((variable) => variable.name === name);
  const isExample = given[name] !== undefined && given[name] === variable?.example;
  const found = isExample ? 'the example, not filled in yet' : describeFound(given[name], variable?.isSecret === true);
  return { name, found, expected };
}

/** A secret is told by its first letters up to the dash, which name its kind, and its length. */
function describeFound(value: string | undefined, isSecret: boolean): string {
  if (value === undefined) return 'nothing';
  if (!isSecret) return JSON.stringify(value);
  const kind = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-/.exec(value)?.[0];
  return `${value.length} characters${kind === undefined ? '' : ` beginning with ${kind}`} (hidden)`;
}

function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine);
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}
