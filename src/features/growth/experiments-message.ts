import type { Button, KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { type Experiment, mayCarryOn, type Stage, stageOf } from './experiment.ts';
import { experimentButton } from './experiment-button.ts';

export const EXPERIMENTS_PAGE = 'experiments_page';

/** Together these stay under what Slack takes in one message. */
const PAGE = 12;
const LENGTH = 250;

const titles: Record<Exclude<Stage, 'finished'>, string> = {
  over: 'Over: what was learned?',
  running: 'Running',
  planned: 'Planned',
  proposal: 'Proposals',
  bottleneck: 'Bottlenecks',
};
const ORDER = ['over', 'running', 'planned', 'proposal', 'bottleneck'] as const;

export interface ExperimentsShown {
  experiments: readonly Experiment[];
  reader: { memberId: string; teamKey: string | null };
  today: CalendarDay;
  /** Taken back a moment ago. */
  withdrawn?: Pick<Experiment, 'id' | 'bottleneck'>;
  page?: number;
}

/** What is in the way, what is tried about it, and what can be done next. */
export function experimentsMessage({ experiments, reader, today, withdrawn, page = 0 }: ExperimentsShown): Message {
  const open = ORDER.flatMap((stage) => experiments.filter((one) => stageOf(one, today) === stage));
  const shown = pageOf(open, page, PAGE);
  const nothing = section(
    'Nothing is being tried now. What gets in the way of clients, or of the work? Name it: it is the first step of an experiment.',
  );
  return {
    text: 'Bottlenecks and experiments',
    blocks: [
      header('Bottlenecks and experiments'),
      actions('experiments', [experimentButton('name')]),
      ...(withdrawn
        ? [
            section(
              `Taken back: ${cut(escapeMrkdwn(withdrawn.bottleneck), 150)}`,
              experimentButton('restore', withdrawn),
            ),
          ]
        : []),
      ...(open.length === 0 ? [nothing] : []),
      ...ORDER.flatMap((stage) => {
        const ofStage = shown.items.filter((one) => stageOf(one, today) === stage);
        if (ofStage.length === 0) return [];
        return [
          divider(),
          section(`*${titles[stage]}*`),
          ...ofStage.flatMap((one) => experimentBlocks(one, reader, stage)),
        ];
      }),
      ...pageButtons(EXPERIMENTS_PAGE, shown),
      context('`/throughline lessons` shows what was learned; `/throughline lessons onboarding` looks for a word.'),
    ],
  };
}

function experimentBlocks(
  experiment: Experiment,
  reader: ExperimentsShown['reader'],
  stage: keyof typeof titles,
): KnownBlock[] {
  const { id, memberId, bottleneck, proposal, hypothesis, change, metricName, startsOn, endsOn } = experiment;
  const said = (text: string | null, words: string) => (text === null ? [] : [`_${words}_ ${part(text)}`]);
  const lines = [
    `*${part(bottleneck)}* (<@${memberId}>)`,
    ...(change === null ? said(proposal, 'Proposal:') : []),
    ...said(hypothesis, 'We believe:'),
    ...said(change, 'We change:'),
    ...said(metricName, 'It shows in:'),
    ...(startsOn && endsOn ? [`${readableDay(startsOn)} to ${readableDay(endsOn)}`] : []),
  ];
  const buttons = mayCarryOn(experiment, reader) ? [...nextSteps(experiment, stage, reader)] : [];
  return [section(lines.join('\n')), ...(buttons.length > 0 ? [actions(`experiment-${id}`, buttons)] : [])];
}

function nextSteps(
  experiment: Experiment,
  stage: keyof typeof titles,
  { memberId }: ExperimentsShown['reader'],
): Button[] {
  const isPlanned = stage === 'planned' || stage === 'running' || stage === 'over';
  return [
    ...(isPlanned ? [experimentButton('finish', experiment)] : [experimentButton('reword', experiment)]),
    experimentButton('plan', experiment),
    ...(experiment.memberId === memberId ? [experimentButton('withdraw', experiment)] : []),
  ];
}

function part(text: string): string {
  return cut(escapeMrkdwn(text), LENGTH);
}
