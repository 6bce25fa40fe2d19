import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { withoutSecrets } from './platform/logging.ts';
import { meaningOf } from './platform/slack/slack-errors.ts';

/** What failed and what to do, for somebody who does not know our code. Never a stack trace, never a secret. */
export function inOneSentence(error: unknown): string {
  return withoutSecrets(describe(error));
}

function describe(error: unknown): string {
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error;
    const needed = 'needed' in error.data ? ` (needed: ${String(error.data['needed'])})` : '';
    return `Slack refused with "${name}"${needed}. ${meaningOf(name).remedy}`;
  }
  if (error instanceof WebAPIRequestError)
    return `Slack could not be reached (${reasonOf(error.original)}). Check the network and SLACK_API_URL.`;
  if (error instanceof WebAPIHTTPError)
    return `Slack answered with HTTP ${error.statusCode}. Try again; if it stays, check SLACK_API_URL.`;
  if (isUnreachableDatabase(error))
    return `The database could not be reached (${reasonOf(error)}). Check DATABASE_URL, and that the server runs.`;
  return portRefused(error) ?? reasonOf(error);
}

/** Only the service listens where somebody told it to. */
function portRefused(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined;
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is in use by another program, or by another copy. Stop it, or set PORT to another one.`;
  if (error.code === 'EACCES') return `Port ${error.port} may not be used by this account. Set PORT to one above 1023.`;
  return undefined;
}

/** Of the network, and of PostgreSQL: wrong password, not allowed, no such database, starting or stopping. */
const UNREACHABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '57P03',
];

function isUnreachableDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNREACHABLE.includes(String(error.code));
}

/** Libraries put the reason into a cause, and leave their own message empty or many lines long. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error && !isOurSentence(error)) return reasonOf(error.cause);
  const lines = error.message.split('\n').filter((line) => line.trim() !== '');
  return error.name.startsWith('Prisma') ? (lines.at(-1) ?? error.name).trim() : lines.join('\n') || error.name;
}

/** Ours tell what to do and end in a full stop. */
function isOurSentence({ message }: Error): boolean {
  return message.trimEnd().endsWith('.');
}
