import { type CalendarDay, dayOf, plusDays } from '../platform/time/calendar-day.ts';
import { colleagueCalled, namesOf, timeZoneOn } from './company.ts';
import type { Post } from './demo-record.ts';
import { kindOf } from './message-kind.ts';
import type { Moment } from './moment.ts';
import { namedList } from './named-list.ts';
import { thursdayOf } from './quarter.ts';
import { seenMessage, seenText } from './seen-text.ts';
import type { Stage } from './stage.ts';

/** Whose prompt is shown as it stands on the screen, in the week that is told in full. */
const SHOWN_PROMPT = 'priya';
/** Digests that are shown in full: the first, and those in which something besides wins came together. */
const SHOWN_DIGESTS: readonly { on: CalendarDay; channel: string; reader: string }[] = [
  { on: plusDays(thursdayOf(1), 1), channel: 'onboarding', reader: 'ana' },
  { on: plusDays(thursdayOf(4), 1), channel: 'onboarding', reader: 'ana' },
  { on: plusDays(thursdayOf(9), 1), channel: 'support', reader: 'maya' },
  { on: plusDays(thursdayOf(12), 1), channel: 'product', reader: 'elif' },
];
/** Prompts that are worth a line later on: of who has just come or moved, and of those whom somebody left. */
const WATCHED: Readonly<Record<string, CalendarDay>> = {
  noor: thursdayOf(7),
  maya: thursdayOf(8),
  tomas: thursdayOf(9),
};
/** The CEO is in every channel. */
const READS_ALL = 'ingrid';
/** After this the story is told in a few lines a week. */
const TOLD_IN_FULL_UNTIL = plusDays(thursdayOf(2), -1);
/** The month's lessons, and a digest that has no wins to tell. */
const TOLD_WHOLE = /^(What we learned in|No client wins were recorded) /;

const WORDS: Readonly<Record<string, (names: string) => string>> = {
  prompt: (names) => `Throughline asks ${names}.`,
  reminder: (names) => `Throughline reminds ${names}, once.`,
};

/** A minute in which something falls due: prompts, reminders, digests. */
export function ringMoment(at: Date): Moment {
  return {
    at,
    async play(stage) {
      await stage.world.ring();
      const posts = stage.newPosts();
      const isInFull = dayOf(at, 'UTC') < TOLD_IN_FULL_UNTIL;
      tellPeople(stage, at, posts, isInFull);
      for (const post of posts) {
        if (TOLD_WHOLE.test(post.text)) tellWhole(stage, at, post);
        else if (kindOf(post).kind === 'win-digest') tellDigest(stage, at, post, isInFull);
      }
    },
  };
}

function tellPeople(stage: Stage, at: Date, posts: Post[], isInFull: boolean): void {
  for (const [kind, words] of Object.entries(WORDS)) {
    const asked = posts.filter((post) => kindOf(post).kind === kind);
    for (const [zone, group] of Map.groupBy(asked, ({ to }) => zoneOf(to, at))) {
      const handles = group.map(({ to }) => to);
      const isWatched = handles.some((handle) => WATCHED[handle] === dayOf(at, zone));
      if (isInFull || (isWatched && kind === 'prompt'))
        stage.narrator.tell(at, zone, words(namedList(namesOf(handles))));
      if (isInFull && kind === 'prompt' && handles.includes(SHOWN_PROMPT)) showPrompt(stage, zone);
    }
  }
}

function showPrompt({ world, narrator }: Stage, zone: string): void {
  const prompt = world.slack.as(SHOWN_PROMPT).reads('app').at(-1);
  if (prompt) narrator.show(`what ${colleagueCalled(SHOWN_PROMPT).name} sees`, seenText(prompt.text, zone));
}

function tellDigest(stage: Stage, at: Date, post: Post, isInFull: boolean): void {
  const { world, narrator } = stage;
  const zone = digestZone(stage, post.to);
  const shown = SHOWN_DIGESTS.find(({ on, channel }) => on === dayOf(at, zone) && `#${channel}` === post.to);
  if (isInFull || shown) narrator.tell(at, zone, `In ${post.to}: ${post.text}.`);
  if (!shown) return;
  const reader = colleagueCalled(shown.reader);
  const digest = world.slack.as(reader.handle).reads(shown.channel).at(-1);
  if (digest) narrator.show(`${post.to}, as ${reader.name} reads it`, seenMessage(digest, reader.timeZone));
}

/** In a line, and what more it says below. */
function tellWhole(stage: Stage, at: Date, { to }: Post): void {
  const zone = digestZone(stage, to);
  const message = stage.world.slack.as(READS_ALL).reads(to.slice(1)).at(-1);
  const [first = '', ...more] = seenText(message?.text ?? '', zone);
  stage.narrator.tell(at, zone, `In ${to}: ${first}`);
  if (more.length > 0) stage.narrator.show('and below it', more);
}

function digestZone({ file }: Stage, channel: string): string {
  if (file.lessons?.channel === channel) return file.lessons.time_zone;
  return file.teams.find((team) => team.channel === channel)?.digest.time_zone ?? 'UTC';
}

function zoneOf(handle: string, at: Date): string {
  return timeZoneOn(colleagueCalled(handle), dayOf(at, 'UTC'));
}
