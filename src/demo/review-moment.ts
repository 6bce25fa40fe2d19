import { readableDay } from '../platform/time/calendar-day.ts';
import { type Colleague, colleagueCalled, namesOf, timeZoneOn } from './company.ts';
import { kindOf } from './message-kind.ts';
import type { Moment } from './moment.ts';
import { namedList } from './named-list.ts';
import { REVIEW_DIGEST_ON } from './quarter.ts';
import { seenText } from './seen-text.ts';
import { cityOf, spokenTime } from './spoken-time.ts';
import type { Stage } from './stage.ts';

/** Whose evidence is shown, on both sides. */
const SHOWN = { member: 'ana', manager: 'katrin' };

export function reviewHeading(): Moment {
  return {
    at: new Date(`${REVIEW_DIGEST_ON}T00:00:00Z`),
    async play({ narrator }) {
      narrator.heading(`A week before the reviews, ${readableDay(REVIEW_DIGEST_ON)}`);
    },
  };
}

/** An hour at which evidence may go out: told when it does. */
export function reviewMoment(at: Date, timeZone: string): Moment {
  return {
    at,
    async play(stage) {
      await stage.world.ring();
      const posts = stage.newPosts().map((post) => ({ ...post, kind: kindOf(post) }));
      const whose = posts.flatMap(({ kind }) => (kind.kind === 'review' ? [kind.whose] : []));
      const names = namesOf(whose);
      if (names.length === 0) return;
      const text = `The evidence for the reviews of ${namedList(names)} goes to them and to their managers, at the same moment.`;
      stage.narrator.tell(at, timeZone, text);
      if (whose.includes(SHOWN.member)) showBothSides(stage, at);
    },
  };
}

/** What the member reads, and of what the manager reads the lines that are otherwise. */
function showBothSides(stage: Stage, at: Date): void {
  const member = colleagueCalled(SHOWN.member);
  const manager = colleagueCalled(SHOWN.manager);
  const own = evidenceOf(stage, member, 'your review');
  const above = evidenceOf(stage, manager, `the review of @${member.name}`);
  const where = (reader: Colleague) => {
    const zone = timeZoneOn(reader, REVIEW_DIGEST_ON);
    return `${reader.name} in ${cityOf(zone)}, ${spokenTime(at, zone)}`;
  };
  stage.narrator.show(where(member), own);
  stage.narrator.show(
    `${where(manager)}: the same, but for these lines`,
    above.filter((line) => !own.includes(line)),
  );
}

function evidenceOf({ world }: Stage, reader: Colleague, whose: string): string[] {
  const messages = world.slack.as(reader.handle).reads('app');
  const message = messages.findLast(({ text }) => text.includes(`This is what is on record for ${whose}`));
  if (!message) throw new Error(`${reader.name} finds no evidence.`);
  return seenText(message.text, timeZoneOn(reader, REVIEW_DIGEST_ON));
}
