import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { dayOf, readableDay } from '../../platform/time/calendar-day.ts';
import { type EvidenceFile, readableEvidenceFile } from '../observations/evidence-file.ts';
import { type NumberValue, readableNumberPeriod, readableNumberValue } from './waiting.ts';

/** `*Time to first reply* of @ana, 23 to 29 Mar 2026: *4.2 hours*`. */
export function numberWords(number: NumberValue): string {
  const name = cut(escapeMrkdwn(number.metricName), 120);
  const value = escapeMrkdwn(readableNumberValue(number));
  return `*${name}* of <@${number.memberId}>, ${readableNumberPeriod(number)}: *${value}*`;
}

/** Both, for the top of a form. */
export function numberInFull(number: NumberValue): string {
  return `${numberWords(number)}\n${lineageWords(number)}`;
}

/** Where a value came from, who gave it and what shows it. */
export function lineageWords({ source, recordedById, recordedAt, on, evidenceUrl, note }: NumberValue): string {
  const day = readableDay(dayOf(recordedAt, 'UTC'));
  const words = [
    `for ${readableDay(on)}`,
    `from ${cut(escapeMrkdwn(source), 80)}`,
    `reported ${day}${/^[UW][A-Z0-9]+$/.test(recordedById) ? ` by <@${recordedById}>` : ''}`,
    ...(evidenceUrl ? [evidenceWords(evidenceUrl)] : []),
    ...(note ? [`note: ${cut(escapeMrkdwn(note), 200)}`] : []),
  ];
  return words.join('; ');
}

const LONGEST_LINK = 600;

/** A link where it is one that a message has room for, and otherwise what was typed. */
function evidenceWords(url: string): string {
  const link = url.replaceAll('&', '&amp;');
  const isLink = /^https?:\/\/[^\s<>|]+$/.test(url) && link.length <= LONGEST_LINK;
  return isLink ? `<${link}|evidence>` : `evidence: ${cut(escapeMrkdwn(url), 200)}`;
}

/** What somebody brings against a number. */
export function challengeWords({
  challengerId,
  reason,
  evidenceUrl,
  evidenceFile,
}: {
  challengerId: string;
  reason: string;
  evidenceUrl: string | null;
  evidenceFile: EvidenceFile | null;
}): string {
  const evidence = evidenceUrl ? `\n${evidenceWords(evidenceUrl)}` : '';
  const file = evidenceFile ? `\nfile: ${cut(escapeMrkdwn(readableEvidenceFile(evidenceFile)), 200)}` : '';
  return `<@${challengerId}>: ${cut(escapeMrkdwn(reason), 1500)}${evidence}${file}`;
}
