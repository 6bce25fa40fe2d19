import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headline, winsByClient } from '../../../src/features/wins/digest.ts';
import { digestMessage } from '../../../src/features/wins/digest-message.ts';
import type { Win } from '../../../src/features/wins/win.ts';
import { someWin } from './some-win.ts';

function win(client: string, kind: Win['kind'], ...teams: string[]): Win {
  const contributors = teams.map((teamKey, at) => {
    return { memberId: `U${at}`, teamKey, teamName: teamKey, part: null, partState: 'told' as const };
  });
  return {
    id: `${client}-${kind}`,
    client,
    whatChanged: 'They renewed.',
    kind,
    evidenceUrl: null,
    metricKey: null,
    metricName: null,
    isShareable: true,
    wonOn: '2026-03-26',
    recordedById: 'U0',
    contributorIds: contributors.map(({ memberId }) => memberId),
    contributors,
  };
}

describe('a digest', () => {
  it('puts what several teams won together first, and the same client together', () => {
    const wins = [
      win('Acme', 'renewal', 'support'),
      win('Globex', null, 'support', 'engineering'),
      win(' ACME', null, 'support'),
    ];
    expect(winsByClient(wins).map(({ client, wins: ofClient }) => [client, ofClient.length])).toEqual([
      ['Globex', 1],
      ['Acme', 2],
    ]);
  });

  it('says how much moved beside what it has room for, and where to read it', () => {
    const moves = Array.from({ length: 9 }, (_, at) => {
      return { kind: 'opened' as const, movedAt: new Date(at), what: `Joint ${at}.`, more: null, teamNames: [] };
    });
    const week = { from: '2026-03-21', to: '2026-03-27', dueAt: new Date(0) } as const;
    const digest = { teamName: 'Support', week, wins: [], quotes: [], picture: null, celebrating: 0 };
    const told = JSON.stringify(digestMessage({ ...digest, moves }));
    expect(told).toContain('Joint 8.');
    expect(told).not.toContain('Joint 2.');
    expect(told).toContain('…and 3 before these: `/throughline initiatives`');
  });

  it('loses no win and tells none twice', () => {
    const words = (most: number) => fc.string({ minLength: 1, maxLength: Math.min(most, 3) });
    fc.assert(
      fc.property(fc.uniqueArray(someWin(words), { selector: ({ id }) => id, maxLength: 20 }), (wins) => {
        const told = winsByClient(wins).flatMap((one) => one.wins.map(({ id }) => id));
        expect(told.toSorted()).toEqual(wins.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('counts clients by kind, each once, however typed', () => {
    const wins = [win('Acme', 'renewal', 'a'), win('ACME', 'renewal', 'a'), win('Globex', 'renewal', 'a')];
    expect(headline([...wins, win('Acme', 'time_to_value', 'a'), win('Initech', null, 'a')])).toBe(
      '1 client got value sooner, 2 clients renewed',
    );
    expect(headline([win('Initech', null, 'a')])).toBe('');
  });
});
