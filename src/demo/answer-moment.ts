import type { MetricEntry } from '../features/workspaces/metric-schema.ts';
import { type CalendarDay, readableDay } from '../platform/time/calendar-day.ts';
import type { Person } from '../simulator/person/person.ts';
import { type Answer, answerFor, NO_VALUE } from './answers.ts';
import { fillIn, openByButton, openByCommand, save } from './check-in-acts.ts';
import { colleagueCalled } from './company.ts';
import { mannerOf } from './habits.ts';
import type { Moment } from './moment.ts';
import { namedList } from './named-list.ts';
import { labelOf } from './roster.ts';
import { seenModal, seenText } from './seen-text.ts';
import { type Stage, zoneNow } from './stage.ts';

interface AnswerToCome {
  at: Date;
  handle: string;
  week: number;
  day: CalendarDay;
  cadenceName: string;
  metrics: readonly MetricEntry[];
}

const WEEK_IN_FULL = 1;
/** Whose form and own copy are shown. */
const SHOWN = { handle: 'priya', week: 1 };
/** A comma where a point belongs is refused, and mended. */
const MISTYPED = { handle: 'bo', week: 1, metricKey: 'first_reply_hours' };

/** Somebody answers their check-in: by the button of the prompt or of the reminder, or late by command. */
export function answerMoment(coming: AnswerToCome): Moment {
  const { at, handle, week, day, cadenceName, metrics } = coming;
  const isHere = (place: { handle: string; week: number }) => place.handle === handle && place.week === week;
  return {
    at,
    async play(stage) {
      const person = stage.world.slack.as(handle);
      const answer = answerFor(handle, metrics, week);
      await open(person, mannerOf(handle, week) === 'late');
      if (isHere(MISTYPED)) await mistype(stage, person, answer);
      await fillIn(person, answer);
      if (isHere(SHOWN)) showForm(stage, person);
      await save(person);
      stage.said.push({ handle, cadenceName, day, at, answer });
      tell(stage, coming, answer);
      if (isHere(SHOWN)) await showOwnCopy(stage, person, `Answered: ${cadenceName}, ${readableDay(day)}`);
    },
  };
}

async function open(person: Person, isLate: boolean): Promise<void> {
  if (isLate) return openByCommand(person);
  const message = person.reads('app').findLast(({ buttons }) => buttons.includes('Answer'));
  if (!message) throw new Error(`${person.name} has nothing to answer.`);
  await openByButton(person, 'Answer', message.ts);
}

async function mistype({ narrator, world }: Stage, person: Person, answer: Answer): Promise<void> {
  const { metric, typed } = answer.values.find((one) => one.metric.key === MISTYPED.metricKey) ?? {};
  if (!metric || !typed) throw new Error('The number to be mistyped is not asked for.');
  const wrong = typed.replace('.', ',');
  await fillIn(person, { values: [{ metric, typed: wrong }], win: null, obstacle: null });
  const { errors } = await person.submit();
  const { name, timeZone } = colleagueCalled(person.name);
  const told = errors?.[labelOf(metric)] ?? 'nothing';
  narrator.tell(world.clock.now(), timeZone, `${name} types "${wrong}" for ${labelOf(metric)}. The form says: ${told}`);
}

function tell(stage: Stage, { at, handle, week, day }: AnswerToCome, { values, win, obstacle }: Answer): void {
  const colleague = colleagueCalled(handle);
  const manner = mannerOf(handle, week);
  if (manner === 'late') {
    const about = win ? `, with a win for ${win.client}` : '';
    const text = `${colleague.name} answers ${readableDay(day)} late by /checkin${about}.`;
    stage.narrator.tell(at, zoneNow(stage, colleague), text);
    return;
  }
  if (handle === NO_VALUE.handle && week === NO_VALUE.week) {
    const lost = values.find(({ metric }) => metric.key === NO_VALUE.metricKey)?.metric.name ?? '';
    const text = `${colleague.name} leaves ${lost} empty: no value this time, which is not a zero. In the way: ${obstacle}`;
    stage.narrator.tell(at, zoneNow(stage, colleague), text);
  }
  if (week !== WEEK_IN_FULL) return;
  const numbers = values.map(({ metric, typed }) => {
    const unit = metric.unit === '%' ? '%' : ` ${metric.unit}`;
    return `${metric.name} ${typed === null ? 'no value' : `${typed}${unit}`}`;
  });
  const helpers = win ? namedList(win.helpers.map((one) => colleagueCalled(one).name)) : '';
  const text = [
    `${colleague.name}: ${numbers.join(', ')}.`,
    ...(win ? [`A win for ${win.client}, with ${helpers}.`] : []),
    ...(obstacle === null ? [] : [`In the way: ${obstacle}`]),
  ].join(' ');
  stage.narrator.tell(at, zoneNow(stage, colleague), text);
}

function showForm({ narrator }: Stage, person: Person): void {
  const modal = person.modal();
  if (modal) narrator.show(`the form, filled in by ${person.record.realName}`, seenModal(modal));
}

async function showOwnCopy(stage: Stage, person: Person, words: string): Promise<void> {
  const copy = await person.waitForMessage(words);
  stage.narrator.show('and what becomes of the prompt: their own copy', seenText(copy.text, person.record.timeZone));
}
