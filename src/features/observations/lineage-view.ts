import type { ActionsBlockElement, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { actions, button, context, option, plainText, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { definitionWords } from '../metrics/definition-message.ts';
import type { Metric } from '../metrics/metric.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { challengeButton } from './challenge-button.ts';
import { evidenceFileButton } from './evidence-file-button.ts';
import type { Lineage } from './lineage.ts';
import { lineageLines, readableCounted, type Telling } from './readable-lineage.ts';

export const LINEAGE_MENUS = { whose: 'lineage_whose', which: 'lineage_which', when: 'lineage_when' } as const;
export const DEFINITION_FROM_LINEAGE = 'lineage_definition';

/** As many as a menu holds. */
const MOST_OPTIONS = 100;
/** A value and its corrections are a block; with the menus these stay under what a window holds. */
const MOST_VALUES = 40;
/** As many buttons as a block holds. */
const MOST_FILES = 25;

/** What is asked for: a number by member, metric and a day of its period; null, the latest. */
export interface LineageAsked {
  memberId: string;
  metricKey: string | null;
  day: string | null;
}

export type LineageShown =
  | { outcome: 'lineage'; lineage: Lineage }
  | { outcome: 'no-value'; name: string }
  | { outcome: 'no-metric' }
  | { outcome: 'not-allowed' };

/** From one number back to every observation, with the way to any other number that the reader may see. */
export function lineageView(asked: LineageAsked, metrics: Metric[], shown: LineageShown): ModalView {
  return {
    type: 'modal',
    title: plainText('Where numbers come from'.slice(0, 24)),
    close: plainText('Close'),
    private_metadata: JSON.stringify(asked),
    blocks: [...menus(asked, metrics, shown), ...content(asked, shown)],
  };
}

const telling: Telling = {
  person: (id) => `<@${id}>`,
  instant: slackTime,
  words: escapeMrkdwn,
};

function content({ memberId }: LineageAsked, shown: LineageShown): KnownBlock[] {
  switch (shown.outcome) {
    case 'not-allowed':
      return [
        section(
          `This number of <@${memberId}> is seen by themselves, the managers above them, partners who signed it, its data owner and sponsors. Ask them, or pick one of your own.`,
        ),
      ];
    case 'no-metric':
      return [section('Pick a metric above: the window then shows every value of it, who reported it, and when.')];
    case 'no-value':
      return [
        section(
          `Nothing was ever reported of *${escapeMrkdwn(shown.name)}* for <@${memberId}>. Values come with check-ins and from systems.`,
        ),
      ];
    case 'lineage': {
      const lines = lineageLines(shown.lineage, telling);
      const values = lines
        .slice(-MOST_VALUES)
        .map(([standing = '', ...before]) =>
          section(cut([`• ${standing}`, ...before.map((line) => `      ↳ ${line}`)].join('\n'), 2900)),
        );
      const earlier = lines.length - values.length;
      return [
        section(`*${readableCounted(shown.lineage, telling)}*`),
        ...(earlier > 0
          ? [context(`${earlier} earlier ones of this period: \`cli metrics lineage\` lists them all.`)]
          : []),
        ...values,
        ...evidenceFiles(shown.lineage),
        actions('challenge', [challengeButton([memberId])]),
        context(definitionWords(shown.lineage.metric)),
        actions('lineage_definition', [
          button({
            actionId: DEFINITION_FROM_LINEAGE,
            text: 'The definition and its history',
            value: shown.lineage.metric.key,
          }),
        ]),
      ];
    }
  }
}

/** The files given with challenges of the values shown, the latest first. */
function evidenceFiles({ strands }: Lineage): KnownBlock[] {
  const observed = strands.slice(-MOST_VALUES).flatMap(({ standing, before }) => [standing, ...before]);
  const given = observed
    .flatMap(({ challenges }) => challenges)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .flatMap(({ id, evidenceFile }) => (evidenceFile ? [evidenceFileButton(id, evidenceFile)] : []));
  return given.length > 0 ? [actions('evidence_files', given.slice(0, MOST_FILES))] : [];
}

/** Named anew each time, so that Slack shows what is asked for and not what was picked before. */
function menus({ memberId, metricKey, day }: LineageAsked, metrics: Metric[], shown: LineageShown): KnownBlock[] {
  const options = metrics.slice(0, MOST_OPTIONS).map(({ key, name }) => option(name, key));
  const chosen = options.find(({ value }) => value === metricKey);
  const periods = shown.outcome === 'lineage' ? shown.lineage.periods.slice(0, MOST_OPTIONS) : [];
  const when = periods.map((period) => option(readablePeriod(period), period.from));
  const now = shown.outcome === 'lineage' ? when.find(({ value }) => value === shown.lineage.period.from) : undefined;
  const whose = { type: 'users_select', action_id: LINEAGE_MENUS.whose, initial_user: memberId } as const;
  return [
    actions(`lineage ${memberId} ${metricKey ?? ''} ${day ?? ''}`.slice(0, 255), [
      { ...whose, placeholder: plainText('Whose') },
      ...menu(LINEAGE_MENUS.which, 'Which metric', options, chosen),
      ...menu(LINEAGE_MENUS.when, 'Which period', when, now),
    ]),
  ];
}

function menu(
  actionId: string,
  placeholder: string,
  options: PlainTextOption[],
  chosen: PlainTextOption | undefined,
): ActionsBlockElement[] {
  if (options.length === 0) return [];
  const element = { type: 'static_select', action_id: actionId, placeholder: plainText(placeholder), options } as const;
  return [{ ...element, ...(chosen && { initial_option: chosen }) }];
}
