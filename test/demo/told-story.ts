import { colleagueCalled } from '../../src/demo/company.ts';
import type { DemoRecord, Reading, Standing } from '../../src/demo/demo-record.ts';
import { mentionOf } from '../../src/demo/expected/reading-of.ts';
import { challenge } from '../../src/demo/story/doubts.ts';
import { asked, given } from '../../src/demo/story/feedback-given.ts';
import { experiments, goal } from '../../src/demo/story/growth.ts';
import { allParts } from '../../src/demo/story/parts.ts';
import { plans } from '../../src/demo/story/plans.ts';
import { nothing } from './told-record.ts';

// Records as the story would leave them if everything went well, for tests that spoil one thing in them.

function standing(to: string, text: string, thread: string[] = []): Standing {
  return { to, ts: `${to} ${text.slice(0, 40)}`, text, edited: false, thread };
}

function read(handle: string, typed: string, lines: string[]): Reading {
  return { handle, typed, text: lines.join('\n') };
}

function planned(): Reading[] {
  return plans.map(({ of, manager, partner, reason, aims }) =>
    read(of, '/plan', [
      reason,
      ...aims.flatMap(({ metric, threshold, target, why }) => [
        `${metric}, 33% (leading): from ${threshold}%, target ${target}%`,
        `Why: ${why}`,
      ]),
      `Version 1. Signed by ${[of, manager, partner].map(mentionOf).join(', ')}.`,
    ]),
  );
}

function said(): Reading[] {
  const own = given.map(({ from, about, readers, did, whyNotThem }) =>
    read(about, '/feedback about me', [
      { shared: `${mentionOf(from)}: ${did}`, anonymous: did, 'manager only': whyNotThem ?? '' }[readers],
    ]),
  );
  const above = given.map(({ from, about, manager, did }) =>
    read(manager, `/feedback about @${about}`, [`${mentionOf(from)}: ${did}`]),
  );
  const requests = asked.map(({ by, whom, answer }) => {
    const state = answer === 'open' ? 'no answer for you to read yet' : 'declined' in answer ? 'declined' : 'answered';
    return read(by, '/feedback', [`${mentionOf(whom)}, by Fri 6 Feb 2026, ${state}`]);
  });
  return joined([...own, ...above, ...requests]);
}

/** One reading for each place. */
function joined(readings: Reading[]): Reading[] {
  const places = Map.groupBy(readings, ({ handle, typed }) => `${handle} ${typed}`);
  return [...places.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, text: [first, ...more].map(({ text }) => text).join('\n') }] : [],
  );
}

function learned(): Reading[] {
  const steps = [
    goal.objective,
    'From a gap that a colleague saw',
    mentionOf(goal.mentor),
    ...goal.steps.map((one) => one.what),
  ];
  return [
    read(
      'hannah',
      '/throughline lessons',
      experiments.flatMap(({ lesson }) => lesson?.learned ?? []),
    ),
    read(
      'camila',
      '/throughline experiments',
      experiments.flatMap(({ lesson, change }) => (lesson ? [] : [change])),
    ),
    read('ana', '/throughline goals', steps),
    read('katrin', '/throughline goals @ana', steps),
  ];
}

function partsAnswered(): Standing[] {
  return allParts.flatMap(({ who, client, says }) => {
    const answer = {
      'That is right': 'Your part: Built the first three with them. You confirmed it, thank you.',
      'I had a part': 'You confirmed that you had a part, thank you.',
      'I had no part': 'You said that you had no part: you are credited nowhere.',
    };
    const words = typeof says === 'string' ? answer[says] : `Your part, in your own words: ${says.inMyWords}`;
    const told = typeof says === 'string' ? [] : [standing('#support', `${mentionOf(who)}: ${says.inMyWords}`)];
    return [standing(who, `@Somebody credits you with a part in a win for ${client}\n${words}`), ...told];
  });
}

const { by, answeredBy, wrong, readable, why } = challenge;

export const story: DemoRecord = {
  ...nothing,
  readings: [...planned(), ...said(), ...learned(), read(by, '/progress', [`Time to first reply: ${readable}`])],
  standing: [
    ...partsAnswered(),
    standing(answeredBy, `A number is challenged; it is answered\n${wrong}`),
    standing(by, `A challenge is answered\nNow: ${readable}. ${why}`),
    ...experiments.flatMap(({ lesson }) =>
      lesson ? [standing('#lessons', `What we learned\n${lesson.learned}`)] : [],
    ),
  ],
};

/** The story with one thing changed in what somebody reads. */
export function withReading(handle: string, typed: string, change: (text: string) => string): DemoRecord {
  const readings = story.readings.map((one) =>
    one.handle === handle && one.typed === typed ? { ...one, text: change(one.text) } : one,
  );
  return { ...story, readings };
}

export function withMessage(to: string, words: string, change: (text: string) => string): DemoRecord {
  const isMeant = (one: Standing) => one.to === to && one.text.includes(words);
  return { ...story, standing: story.standing.map((one) => (isMeant(one) ? { ...one, text: change(one.text) } : one)) };
}

export function alsoRead(handle: string, typed: string, text: string): DemoRecord {
  return { ...story, readings: [...story.readings, { handle, typed, text }] };
}

export function alsoTold(to: string, text: string): DemoRecord {
  return { ...story, standing: [...story.standing, standing(to, text)] };
}

export const nameOf = (handle: string) => colleagueCalled(handle).name;
