import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/simulator/person/person.ts';
import { gap, give, good } from './give-feedback.ts';
import { littleCompany } from './little-company.ts';

const monday = '2026-03-23T14:00:00Z';

describe('what feedback comes to', () => {
  it('of a team is read by their manager, with the quotes beneath, and each step is done and undone there', async () => {
    const { slack, at, db } = await littleCompany(monday);
    const [maya, bo] = [slack.as('maya'), slack.as('bo')];
    const about = async (who: Person, typed: string) => {
      await who.command(typed);
      return (await who.waitForModal('Feedback')).lines.join('\n');
    };
    await give(bo, 'ana', gap);
    const guide = { ...good, 'What did they do': 'You wrote the guide for the export.' };
    await give(slack.as('ana'), 'bo', { ...guide, 'Which of these was it': ['Turned insight into action'] });

    const seen = await about(maya, '/feedback about support');
    expect(seen).toContain('Feedback: Customer Support');
    expect(seen).toContain('Since ');
    expect(seen).toContain('“export” comes back in 2');
    expect(seen).toContain('Turned insight into action: 1 (1 in Mar)');
    expect(seen).toContain('1 strength, 1 gap. 0 of 1 next steps done.');
    expect(seen).toContain('About @ana');
    expect(seen).toContain('About @bo');
    expect(seen).toContain('you spoke first and for ten minutes');
    expect(seen).toContain('You wrote the guide for the export.');
    await maya.press('Done');
    expect((await maya.waitForModal('Feedback')).lines.join('\n')).toContain('1 of 1 next steps done.');
    await maya.close({ all: true });
    // The person sees the same, and may say that it was not so.
    expect(await about(slack.as('ana'), '/feedback about me')).toContain('1 of 1 next steps done.');
    await slack.as('ana').press('Not done yet');
    expect((await slack.as('ana').waitForModal('Feedback')).lines.join('\n')).toContain('0 of 1 next steps done.');
    await slack.as('ana').close({ all: true });
    await at('2026-04-13T14:00:00Z');
    expect(await about(maya, '/feedback about support')).toContain('0 of 1 next steps done, 1 past their day.');
    await maya.close({ all: true });
    const looks = await db.evidenceLook.findMany({ where: { actorId: maya.id, surface: '/feedback' } });
    expect(new Set(looks.map(({ subjectId }) => subjectId))).toEqual(new Set([slack.as('ana').id, bo.id]));
    expect(JSON.stringify(await bo.command('/feedback about support'))).toContain(
      'is read by those to whom its people report',
    );
  });
});
