import { type CalendarDay, dayOf, plusDays } from '../platform/time/calendar-day.ts';
import { colleagueCalled, namesOf, timeZoneOn } from './company.ts';
import type { Post } from './demo-record.ts';
import { kindOf } from './message-kind.ts';
import type { Moment } from './moment.ts';
import { namedList } from './named-list.ts';
import { thursdayOf } from './quarter.ts';
import { seenMessage, seenText } from './seen-text.ts';
import type { Stage } from './stage.ts';

/** Whose prompt and digest are shown as they stand on the screen, in the week that is told in full. */
const SHOWN_PROMPT = 'priya';
const SHOWN_DIGEST = { channel: 'onboarding', reader: 'ana' };
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
const DIGEST_WITHOUT_WINS = /^No client wins were recorded/;

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
      if (isInFull) for (const post of posts) if (kindOf(post).kind === 'win-digest') tellDigest(stage, at, post);
      for (const post of posts) if (DIGEST_WITHOUT_WINS.test(post.text)) tellEmptyDigest(stage, at, post);
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

function tellDigest(stage: Stage, at: Date, { to, text }: Post): void {
  const { world, narrator } = stage;
  narrator.tell(at, digestZone(stage, to), `In ${to}: ${text}.`);
  const reader = colleagueCalled(SHOWN_DIGEST.reader);
  if (to !== `#${SHOWN_DIGEST.channel}`) return;
  const digest = world.slack.as(reader.handle).reads(SHOWN_DIGEST.channel).at(-1);
  if (digest) narrator.show(`${to}, as ${reader.name} reads it`, seenMessage(digest, reader.timeZone));
}

function tellEmptyDigest(stage: Stage, at: Date, { to }: Post): void {
  const digest = stage.world.slack.as(READS_ALL).reads(to.slice(1)).at(-1);
  stage.narrator.tell(at, digestZone(stage, to), `In ${to}: ${digest?.text ?? ''}`);
}

function digestZone({ file }: Stage, channel: string): string {
  return file.teams.find((team) => team.channel === channel)?.digest.time_zone ?? 'UTC';
}

function zoneOf(handle: string, at: Date): string {
  return timeZoneOn(colleagueCalled(handle), dayOf(at, 'UTC'));
}
