import type { DemoRecord } from '../demo-record.ts';
import { experiments, goal } from '../story/growth.ts';
import type { Finding } from './finding.ts';
import { mentionOf, missingFrom, readingOf } from './reading-of.ts';

export function checkGrowth(record: DemoRecord): Finding[] {
  const lessons = experiments.flatMap(({ lesson }) => lesson ?? []);
  const running = experiments.filter(({ lesson }) => !lesson);
  const months = Map.groupBy(lessons, ({ on }) => on.slice(0, 7));
  const notes = record.standing.filter(({ to }) => to === '#lessons');
  const goals = ['ana /throughline goals', 'katrin /throughline goals @ana'].map((one) => {
    const [handle = '', ...typed] = one.split(' ');
    return { handle, text: readingOf(record, handle, typed.join(' ')) };
  });
  return [
    {
      what: 'every experiment goes on or is a lesson, told after its month and found again',
      looked: experiments.length,
      problems: [
        ...(notes.length === months.size ? [] : [`${notes.length} notes for ${months.size} months`]),
        ...[...months.values()].flatMap((ofMonth, index) =>
          missingFrom(
            notes[index]?.text ?? '',
            ofMonth.map(({ learned }) => learned),
            `note ${index + 1}`,
          ),
        ),
        ...missingFrom(
          readingOf(record, 'hannah', '/throughline lessons'),
          lessons.map(({ learned }) => learned),
          'lessons',
        ),
        ...missingFrom(
          readingOf(record, 'camila', '/throughline experiments'),
          running.map(({ change }) => change),
          'experiments',
        ),
      ],
    },
    {
      what: 'a goal that came from a gap shows its steps to its owner and their manager',
      looked: goal.steps.length,
      problems: goals.flatMap(({ handle, text }) =>
        missingFrom(
          text,
          [goal.objective, 'From a gap', mentionOf(goal.mentor), ...goal.steps.map(({ what }) => what)],
          handle,
        ),
      ),
    },
  ];
}
