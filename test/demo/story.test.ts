import { describe, expect, it } from 'vitest';
import { channels, colleagueCalled, isHereOn } from '../../src/demo/company.ts';
import type { DemoRecord } from '../../src/demo/demo-record.ts';
import { checkFeedback } from '../../src/demo/expected/check-feedback.ts';
import { checkGrowth } from '../../src/demo/expected/check-growth.ts';
import { checkJointWork } from '../../src/demo/expected/check-joint-work.ts';
import { checkNumbers } from '../../src/demo/expected/check-numbers.ts';
import { checkPackets } from '../../src/demo/expected/check-packets.ts';
import { checkParts } from '../../src/demo/expected/check-parts.ts';
import { checkPlans } from '../../src/demo/expected/check-plans.ts';
import { checkReadings } from '../../src/demo/expected/check-readings.ts';
import { checkVoices } from '../../src/demo/expected/check-voices.ts';
import type { Finding } from '../../src/demo/expected/finding.ts';
import { firstSteps } from '../../src/demo/first-steps.ts';
import { REVIEW_DIGEST_ON } from '../../src/demo/quarter.ts';
import { handedOver, kickOff, oldLink, ostravaCall } from '../../src/demo/story/feedback-given.ts';
import { bookedCalls } from '../../src/demo/story/growth.ts';
import { byCommand, fromMessage } from '../../src/demo/story/parts.ts';
import { bySurvey, surveyFile } from '../../src/demo/story/voices.ts';
import { file } from './told-record.ts';
import { alsoRead, alsoTold, nameOf, story, withMessage, withReading } from './told-story.ts';

const problemsOf = (findings: Finding | Finding[]) => [findings].flat().flatMap(({ problems }) => problems);

describe('plans', () => {
  const problems = (record: DemoRecord) => problemsOf(checkPlans(record));

  it('must hold what was typed, signed by all', () => {
    expect(problems(story)).toEqual([]);
    expect(problems(withReading('ana', '/plan', (text) => text.replace('target 14', 'target 13')))).toHaveLength(1);
    expect(problems(withReading('ana', '/plan', (text) => text.replace(nameOf('jonas'), 'Nobody')))).toHaveLength(1);
    expect(problems(withReading('priya', '/plan', () => '')).length).toBeGreaterThan(5);
  });
});

describe('feedback', () => {
  const problems = (record: DemoRecord) => problemsOf(checkFeedback(record));

  it('must be read by those it was given to', () => {
    expect(problems(story)).toEqual([]);
    const unread = withReading('ana', '/feedback about me', (text) => text.replace(kickOff.did, ''));
    expect(problems(unread)).toEqual([`ana: "${kickOff.did}" is missing`]);
    expect(problems(withReading('katrin', '/feedback about @ana', () => '')).length).toBeGreaterThan(0);
  });

  it('may not tell whose it is, or more, to whom it was kept from, or to others', () => {
    const named = withReading('ana', '/feedback about me', (text) => `${text} @${nameOf(handedOver.from)}`);
    expect(problems(named)).toEqual(['ana learns that it was luca']);
    expect(problems(withReading('priya', '/feedback about me', (text) => text + oldLink.did))).toEqual([
      'priya reads what hannah said',
    ]);
    expect(problems(alsoRead('bo', '/progress', kickOff.did))).toEqual(['bo reads what jonas said']);
  });

  it('may not stand anywhere as it was before the coach', () => {
    expect(problems(alsoTold('ana', ostravaCall.atFirst ?? ''))).toHaveLength(1);
  });

  it('must show who asked what became of it', () => {
    expect(problems(withReading('ana', '/feedback', (text) => text.replace('declined', 'answered')))).toEqual([
      'ana does not see that bo: declined',
    ]);
  });
});

describe('customer voice', () => {
  const record = (summary: string) => alsoRead('ingrid', '/throughline voice', summary);
  const [figures] = checkVoices(record(''), file);
  const right = [...(figures?.problems ?? [])].flatMap((problem) => /"(.+)"/.exec(problem)?.[1] ?? []).join('\n');

  it('must come to these figures and no others', () => {
    expect(right).toContain('NPS: +42 (95%: ');
    expect(right).toContain('CSAT (1 to 5): 75% satisfied (95%: ');
    expect(checkVoices(record(right), file)[0]?.problems).toEqual([]);
    expect(checkVoices(record(right.replace('+42', '+43')), file)[0]?.problems).toHaveLength(1);
  });

  it('must be quoted with permission, and may not without', () => {
    const [, quoted, guarded] = checkVoices(record(right), file);
    expect(quoted?.problems).toHaveLength(6);
    expect(guarded?.problems).toEqual([]);
    const [first] = bySurvey;
    const told = alsoTold('#product', first?.words ?? '');
    expect(checkVoices(told, file)[2]?.problems).toEqual([`#product: ${first?.words}`]);
  });

  it('comes from a file that looks like an export', () => {
    expect(surveyFile().trimEnd().split('\n')).toHaveLength(bySurvey.length + 1);
    expect(surveyFile()).toContain('"The tenants stopped calling, which is the best thing I can say."');
  });
});

describe('parts in wins', () => {
  const problems = (record: DemoRecord) => checkParts(record)[0]?.problems;

  it('must stand as contributors said', () => {
    expect(problems(story)).toEqual([]);
    expect(problems(withMessage('sofia', 'credits you', (text) => text.replace('confirmed', 'forgot')))).toHaveLength(
      1,
    );
    expect(problems(withMessage('#support', nameOf('jonas'), () => ''))).toEqual([
      'jonas: their words are told nowhere',
    ]);
    const thanks = `Thank you @${nameOf(fromMessage.by)}, @${nameOf('nadia')}`;
    expect(problems(alsoTold('#product', thanks))).toEqual(['nadia is thanked all the same']);
  });

  it('may not be told in a channel when the win is for those involved', () => {
    const told = checkParts(alsoTold('#onboarding', `A win for ${byCommand.client}`))[1]?.problems;
    expect(told).toContain(`${byCommand.client} is told in a channel`);
    expect(told).toHaveLength(3);
  });
});

describe('what people learn', () => {
  const problems = (record: DemoRecord) => problemsOf(checkGrowth(record));

  it('must be told in the note of its month, and found', () => {
    expect(problems(story)).toEqual([]);
    const { learned } = bookedCalls.lesson ?? { learned: '' };
    expect(problems(withMessage('#lessons', learned, () => 'What we learned'))).toHaveLength(1);
    expect(problems(alsoTold('#lessons', 'What we learned'))).toEqual(['3 notes for 2 months']);
    expect(problems(withReading('hannah', '/throughline lessons', () => ''))).toHaveLength(2);
    expect(problems(withReading('katrin', '/throughline goals @ana', () => '')).length).toBeGreaterThan(2);
  });
});

describe('numbers', () => {
  const problems = (record: DemoRecord) => problemsOf(checkNumbers(record));

  it('must be put right, told, and verified', () => {
    expect(problems(story)).toEqual([]);
    expect(problems(withReading('emeka', '/progress', () => ''))).toHaveLength(1);
    expect(problems(withMessage('maya', 'challenged', (text) => text.replace('it is answered', '')))).toHaveLength(1);
    const waiting = 'left out: 91% (waits for its data owner to verify it)';
    expect(problems(alsoTold('priya', waiting))).toEqual(['priya reads of one that waits']);
  });
});

describe('what is not there', () => {
  it('is missed in digests, packets and at Home', () => {
    expect(checkJointWork(story).problems.length).toBeGreaterThan(10);
    expect(checkPackets(story).problems.length).toBeGreaterThan(10);
    expect(checkReadings(story).problems).toContain('grace, home: nothing at all');
    expect(checkReadings(alsoRead('grace', 'home', 'To do\nNothing yet. Ask for some.')).problems).toContain(
      'grace, home: Nothing yet',
    );
  });
});

describe('the first steps', () => {
  const steps = firstSteps('http://127.0.0.1:3000/form/x/y');

  it('are six, for different people who are there', () => {
    const people = steps.flatMap(({ as }) => as ?? []);
    expect(steps).toHaveLength(6);
    expect(new Set(people).size).toBe(6);
    for (const handle of people) expect(isHereOn(colleagueCalled(handle), REVIEW_DIGEST_ON)).toBe(true);
  });

  it('lead to places that these people see', () => {
    for (const { as = '', go = 'messages' } of steps) {
      if (go !== 'messages') expect(channels[go]).toContain(as);
    }
  });

  it('leave the client out where no form waits', () => {
    expect(firstSteps()).toHaveLength(5);
  });
});
