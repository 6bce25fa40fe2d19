import { describe, expect, it } from 'vitest';
import type { DemoRecord } from '../../src/demo/demo-record.ts';
import { examine } from '../../src/demo/expectations.ts';
import { checkAnswers } from '../../src/demo/expected/check-answers.ts';
import { checkDigests } from '../../src/demo/expected/check-digests.ts';
import { checkMissed } from '../../src/demo/expected/check-missed.ts';
import { checkAbsent, checkLooks, checkRestart } from '../../src/demo/expected/check-people.ts';
import { checkPrompts } from '../../src/demo/expected/check-prompts.ts';
import { checkReminders } from '../../src/demo/expected/check-reminders.ts';
import { checkReviews } from '../../src/demo/expected/check-reviews.ts';
import { expectedCheckIns } from '../../src/demo/expected/expected-check-ins.ts';
import type { Finding } from '../../src/demo/expected/finding.ts';
import { digestsWithoutWins, file, nothing, promptTo, reviewsToBothSides, saidByElif } from './told-record.ts';

const checkIns = expectedCheckIns(file);
const prompts = checkIns.map(promptTo);
const [first, ...others] = prompts;
const problemsOf = (findings: Finding[]) => findings.flatMap(({ problems }) => problems);

if (!first) throw new Error('nobody is asked');

describe('prompts', () => {
  const problems = (posts: typeof prompts) => problemsOf(checkPrompts({ ...nothing, posts }, checkIns));

  it('may be as they must', () => {
    expect(problems(prompts)).toEqual([]);
  });

  it('may not be doubled', () => {
    expect(problems([...prompts, first])).toEqual(['katrin, Weekly check-in of 2026-01-08: prompted 2 times']);
  });

  it('may not be missing', () => {
    expect(problems(others)).toEqual(['katrin, Weekly check-in of 2026-01-08: prompted 0 times']);
  });

  it('may not come at another hour', () => {
    const late = { ...first, at: new Date(first.at.getTime() + 3_600_000) };
    expect(problems([late, ...others])).toEqual([
      'katrin, Weekly check-in of 2026-01-08: asked on 2026-01-08 at 11:00 in their zone',
    ]);
  });

  it('may not go to somebody who left', () => {
    const toDavid = { ...first, to: 'david', text: first.text.replace('8 Jan', '2 Apr') };
    expect(problems([...prompts, toDavid])).toEqual(['david, Weekly check-in of 2026-04-02: must not be asked']);
    const after = { ...toDavid, at: new Date('2026-04-02T09:00:00Z') };
    expect(checkAbsent({ ...nothing, posts: [after] }).problems).toHaveLength(1);
  });
});

describe('reminders', () => {
  it('are owed to everybody who did not answer', () => {
    expect(checkReminders(nothing, checkIns).problems).toHaveLength(checkIns.length);
  });
});

describe('what nobody answered', () => {
  const [one] = checkIns.filter(({ handle, day }) => handle === 'ana' && day === '2026-01-08');
  if (!one) throw new Error('ana is not asked');
  const line = '• @Ana Kovač, Weekly check-in of Thu 8 Jan 2026';
  const told = {
    to: 'katrin',
    ts: '1',
    edited: false,
    thread: [],
    text: `Check-ins of your people\nNo answer\n${line}`,
  };
  const problems = (standing: (typeof told)[]) => checkMissed({ ...nothing, standing }, [one], file).problems;

  it('must be told to the manager, once and to nobody else', () => {
    expect(problems([told])).toEqual([]);
    expect(problems([])).toEqual(['ana, Weekly check-in of 2026-01-08: told to nobody']);
    expect(problems([told, { ...told, ts: '2' }])).toHaveLength(1);
    expect(problems([{ ...told, to: 'maya' }])).toHaveLength(1);
    expect(problems([{ ...told, text: `${told.text}\n• @Luca, Weekly check-in of Thu 8 Jan 2026` }])).toHaveLength(1);
  });
});

describe('a restart', () => {
  const restart = { at: new Date('2026-02-12T10:01:00Z'), interrupted: 'grace', answersLost: 1, searches: 1 };

  it('may send nothing twice', () => {
    const grace = prompts.filter(({ to, at }) => to === 'grace' && at.toISOString().startsWith('2026-02-12'));
    expect(checkRestart({ ...nothing, posts: prompts, restart }).problems).toEqual([]);
    expect(checkRestart({ ...nothing, posts: [...prompts, ...grace], restart }).problems).not.toEqual([]);
  });

  it('must have happened, and left a message in doubt', () => {
    expect(checkRestart({ ...nothing, posts: prompts }).problems).not.toEqual([]);
    const harmless = { ...restart, answersLost: 0 };
    expect(checkRestart({ ...nothing, posts: prompts, restart: harmless }).problems).not.toEqual([]);
  });
});

describe('answers', () => {
  it('must be in the own copy of their author', () => {
    const said = saidByElif('2026-01-15T09:30:00Z');
    const copy = { to: 'elif', ts: '1', edited: true, thread: [] };
    const text = 'Answered: Weekly check-in, Thu 15 Jan 2026. Win for Harbour Mills: The mill runs.';
    const problems = (standing: DemoRecord['standing']) =>
      checkAnswers({ ...nothing, said: [said], standing }).problems;
    expect(problems([{ ...copy, text }])).toEqual([]);
    expect(problems([{ ...copy, text: text.replace('runs', 'stands') }])).toHaveLength(1);
    expect(problems([])).toHaveLength(1);
  });
});

describe('digests', () => {
  const quiet = digestsWithoutWins();
  const problems = (record: DemoRecord) => problemsOf(checkDigests(record, file));

  it('may say that there was nothing', () => {
    expect(problems(quiet)).toEqual([]);
  });

  it('may not be missing', () => {
    expect(problems({ ...quiet, posts: quiet.posts.slice(1) })).toEqual(['#onboarding on 2026-01-09: 0 digests']);
  });

  it('may not keep a win to themselves', () => {
    const record = { ...quiet, said: [saidByElif('2026-01-15T09:30:00Z')] };
    expect(problems(record)).toEqual(['#product on 2026-01-16: 0 replies in its thread']);
  });

  it('must be brought up to date when a win comes late', () => {
    const standing = quiet.standing.map((one) => ({ ...one, text: 'Harbour Mills', thread: ['The mill runs.'] }));
    const record = { ...quiet, said: [saidByElif('2026-01-19T09:30:00Z')], standing };
    expect(problems(record)).toContain('#product on 2026-01-16: was not brought up to date');
  });
});

describe('reviews', () => {
  const faultless = reviewsToBothSides();
  const problems = (record: DemoRecord) => problemsOf(checkReviews(record, file));
  const spoil = <T extends { ts: string }>(all: T[], change: (one: T) => T) =>
    all.map((one) => (one.ts === 'ana to katrin' ? change(one) : one));

  it('may be as they must', () => {
    expect(problems(faultless)).toEqual([]);
  });

  it('may not reach one side alone', () => {
    const posts = faultless.posts.filter(({ ts }) => ts !== 'ana to katrin');
    expect(problems({ ...faultless, posts })).toEqual(['ana: 1 to the member, 0 to katrin']);
  });

  it('may not tell the sides at different times', () => {
    const posts = spoil(faultless.posts, (one) => ({ ...one, at: new Date(one.at.getTime() + 60_000) }));
    expect(problems({ ...faultless, posts })).toEqual(['ana: not at the same moment']);
  });

  it('may not tell the sides different things', () => {
    const standing = spoil(faultless.standing, (one) => ({ ...one, text: `${one.text}, and a word on the side` }));
    expect(problems({ ...faultless, standing })).toEqual(['ana: katrin reads otherwise']);
  });
});

describe('progress', () => {
  it('may show a colleague nothing', () => {
    const maya = 'Arjun Mehta: 1 Bo Lindqvist: 1 Camila Souza: 1 Emeka Nwosu: 1 Noor Haddad: 1 Priya Raman: 1';
    const polite = 'What Priya reports is seen by themselves and the managers above them.';
    const problems = (manager: string, colleague: string) => {
      const looks = [
        { handle: 'maya', typed: '/progress', reply: manager },
        { handle: 'emeka', typed: '/progress @priya', reply: colleague },
      ];
      return checkLooks({ ...nothing, looks }, file).problems;
    };
    expect(problems(maya, polite)).toEqual([]);
    expect(problems(`${maya} Ana Kovač: 1`, polite)).toEqual(['maya, /progress: Ana Kovač shown']);
    expect(problems(maya, 'Priya Raman: answered all 9')).toHaveLength(1);
  });
});

describe('the whole', () => {
  it('takes dead deliveries and every complaint for failures', () => {
    const spoilt = { ...nothing, ledger: { dead: 1, unsettled: 2 }, troubles: ['interactive was not acknowledged'] };
    const problems = problemsOf(examine(spoilt, file));
    expect(problems).toEqual(
      expect.arrayContaining(['1 are dead', '2 are not settled', 'interactive was not acknowledged']),
    );
  });
});
