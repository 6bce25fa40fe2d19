import { readableScore } from '../customer-voice/score.ts';
import { sourceNames, type Voice } from '../customer-voice/voice.ts';
import { behaviourNames } from '../feedback/behaviour.ts';
import type { SeenFeedback } from '../feedback/who-reads.ts';
import type { Win } from '../wins/win.ts';
import { readableKind } from '../wins/win-kinds.ts';

/** One file of what somebody takes away about themselves: its cells, the names of its columns first. */
export interface CopyFile {
  name: string;
  /** What a row of it is, for one and for more. */
  row: readonly [one: string, many: string];
  rows: readonly [columns: readonly string[], ...rows: (string | null)[][]];
}

/** Who somebody is, in a word that means something outside Slack. */
type NameOf = (memberId: string) => string;

/** No author, day or link where the reader does not learn it; what they got is in the order that they are given it. */
export function feedbackFile(seen: readonly SeenFeedback[], nameOf: NameOf): CopyFile {
  const columns =
    'month,on,from,kind,situation,observed,effect,behaviours,next_step,next_step_on,next_step_done,message';
  return {
    name: 'feedback.csv',
    row: ['piece of feedback', 'pieces of feedback'],
    rows: [[...columns.split(','), 'not_shown_because'], ...seen.map((one) => feedbackRow(one, nameOf))],
  };
}

function feedbackRow(seen: SeenFeedback, nameOf: NameOf): (string | null)[] {
  if (seen.is === 'hidden') return [seen.month, ...Array(11).fill(null), seen.because];
  const { month, on, authorId, words, isStepDone, messageLink } = seen;
  const { kind, situation, observed, effect, behaviours, nextStep, nextStepOn } = words;
  return [
    month,
    on,
    authorId === null ? 'a colleague' : nameOf(authorId),
    kind,
    situation,
    observed,
    effect,
    behaviours.map((each) => behaviourNames[each]).join('; '),
    nextStep,
    nextStepOn,
    nextStep === null ? null : yesOrNo(isStepDone),
    messageLink,
    null,
  ];
}

export function winsFile(wins: readonly Win[], memberId: string, nameOf: NameOf): CopyFile {
  const columns = 'on,client,what_changed,kind,own_part,together_with,evidence,told_to_everybody';
  return {
    name: 'wins.csv',
    row: ['win', 'wins'],
    rows: [columns.split(','), ...wins.map((win) => winRow(win, memberId, nameOf))],
  };
}

function winRow(win: Win, memberId: string, nameOf: NameOf): (string | null)[] {
  const { wonOn, client, whatChanged, kind, contributors, evidenceUrl, isShareable } = win;
  const others = contributors
    .filter((one) => one.memberId !== memberId)
    .map((one) => (one.part === null ? nameOf(one.memberId) : `${nameOf(one.memberId)}: ${one.part}`));
  const part = contributors.find((one) => one.memberId === memberId)?.part ?? null;
  const told = yesOrNo(isShareable);
  return [wonOn, client, whatChanged, kind && readableKind(kind), part, others.join('; '), evidenceUrl, told];
}

export function voicesFile(voices: readonly Voice[]): CopyFile {
  return {
    name: 'customers.csv',
    row: ['answer of a customer', 'answers of customers'],
    rows: [
      ['on', 'client', 'source', 'score', 'words', 'may_be_quoted'],
      ...voices.map(({ saidOn, client, source, score, words, mayQuote }) => [
        saidOn,
        client,
        sourceNames[source],
        score && readableScore(score),
        words,
        yesOrNo(mayQuote),
      ]),
    ],
  };
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
