import type { KnownBlock } from '@slack/types';
import { actions, button, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { type DefinitionChange, definitionChanges } from './definition-fields.ts';
import type { DefinitionVersion } from './definition-store.ts';
import { countedWords, definitionSentences, fieldName } from './definition-words.ts';
import { lineageButton } from './lineage-button.ts';
import type { Metric } from './metric.ts';
import { inWhat } from './readable-value.ts';

export const METRICS_BUTTON = 'list_metrics';
export const METRICS_PAGES = { previous: 'previous_metrics', next: 'next_metrics' } as const;
export const METRIC_BUTTON = 'show_metric';
export const CHANGE_METRIC_BUTTON = 'change_metric';

const PER_PAGE = 10;
const MOST_VERSIONS = 6;

/** Every metric in use with the way to its definition, page by page. */
export function metricsMessage(metrics: Metric[], page: number): Message {
  if (metrics.length === 0) {
    return {
      text: 'There are no metrics yet. An administrator describes them in the workspace file; `/throughline setup` tells them how.',
      blocks: [],
    };
  }
  const pages = Math.ceil(metrics.length / PER_PAGE);
  const at = Math.min(Math.max(0, page), pages - 1);
  const turn = (to: number, text: string, actionId: string) => button({ actionId, text, value: String(to) });
  return {
    text: `Metrics: ${metrics.length}`,
    blocks: [
      header('Metrics'),
      ...metrics
        .slice(at * PER_PAGE, (at + 1) * PER_PAGE)
        .map((metric) =>
          section(
            `*${escapeMrkdwn(metric.name)}* \`${metric.key}\`\n${definitionWords(metric)}`,
            button({ actionId: METRIC_BUTTON, text: 'Show', value: metric.key, label: `Show ${metric.name}` }),
          ),
        ),
      ...(pages > 1
        ? [
            actions('metrics_pages', [
              ...(at > 0 ? [turn(at - 1, 'Previous', METRICS_PAGES.previous)] : []),
              ...(at < pages - 1 ? [turn(at + 1, 'Next', METRICS_PAGES.next)] : []),
            ]),
            context(`Page ${at + 1} of ${pages}`),
          ]
        : []),
    ],
  };
}

/** In one line: `Leading, lower is better (hours); every week, of several values the median counts; from Help desk; @maya answers for it`. */
export function definitionWords(metric: Metric): string {
  const { timing, direction, source, dataOwnerId } = metric;
  const leads = timing === 'leading' ? 'Leading' : 'Lagging';
  const owner = dataOwnerId === null ? 'nobody answers for it yet' : `<@${dataOwnerId}> answers for it`;
  return `${leads}, ${direction} is better${escapeMrkdwn(inWhat(metric))}; ${countedWords(metric)}; from ${escapeMrkdwn(source)}; ${owner}`;
}

interface Shown {
  /** The one in force first. */
  versions: DefinitionVersion[];
  isRetired: boolean;
  readerId: string;
  mayChange: boolean;
  /** Of other metrics, by key. */
  names: ReadonlyMap<string, string>;
}

/** The definition in force, how it became so, and the ways on from there. */
export function definitionMessage({ versions, isRetired, readerId, mayChange, names }: Shown): Message {
  const [inForce] = versions;
  if (!inForce) return { text: 'There is no such metric. `/throughline metrics` lists them.', blocks: [] };
  const { metric } = inForce;
  return {
    text: `${escapeMrkdwn(metric.name)}: what it means`,
    blocks: [
      header(metric.name),
      section(cut(escapeMrkdwn(metric.meaning), 2000)),
      section(cut(sentences(metric, names), 2900)),
      ...(isRetired ? [context('Retired: not asked any more. Its values stay on record.')] : []),
      divider(),
      section('*History*'),
      ...historyLines(versions, names).map((line) => section(line)),
      actions('metric_ways', [
        button({ actionId: METRICS_BUTTON, text: 'All metrics', value: '0' }),
        lineageButton(readerId, metric.key),
        ...(mayChange && !isRetired
          ? [button({ actionId: CHANGE_METRIC_BUTTON, text: 'Change it', value: metric.key })]
          : []),
      ]),
    ],
  };
}

/** The names are escaped one by one: a mention is made of the id of whoever answers. */
function sentences(metric: Metric, names: Shown['names']): string {
  const said = definitionSentences(
    { ...metric, source: escapeMrkdwn(metric.source), unit: escapeMrkdwn(metric.unit) },
    { metric: (key) => escapeMrkdwn(names.get(key) ?? key), person: (id) => `<@${id}>` },
  );
  return [...said.map((sentence) => `• ${sentence}`), `\`${metric.key}\`, version ${metric.version}`].join('\n');
}

function historyLines(versions: DefinitionVersion[], names: Shown['names']): string[] {
  const lines = versions.slice(0, MOST_VERSIONS).map((version, at) => {
    const { metric, definedAt, definedById, changeReason } = version;
    const before = versions[at + 1];
    const who = definedById === null ? 'the workspace file' : `<@${definedById}>`;
    const why = changeReason === null ? '' : `\nWhy: ${cut(escapeMrkdwn(changeReason), 300)}`;
    const what = before
      ? definitionChanges(before.metric, metric)
          .map((change) => changeWords(change, names))
          .join('; ')
      : 'the first definition';
    return `*Version ${metric.version}*, ${slackTime(definedAt)}, by ${who}: ${cut(what, 600)}${why}`;
  });
  const earlier = versions.length - lines.length;
  return earlier > 0 ? [...lines, `${earlier} earlier ones: \`cli metrics show\` lists them all.`] : lines;
}

function changeWords({ field, before, after }: DefinitionChange, names: Shown['names']): string {
  return `${fieldName(field)} ${shown(field, before, names)} → ${shown(field, after, names)}`;
}

function shown(field: string, value: string | number | null, names: Shown['names']): string {
  if (value === null) return field.startsWith('is_') || field === 'needs_verification' ? 'no' : 'none';
  if (field === 'data_owner') return `<@${value}>`;
  const isMetric = field === 'counter_metric' || field === 'leads_to';
  return escapeMrkdwn((isMetric && names.get(String(value))) || String(value));
}

/** What a window shows that was opened on a definition from elsewhere. */
export function definitionBlocks(shownParts: Omit<Shown, 'mayChange'>): KnownBlock[] {
  return definitionMessage({ ...shownParts, mayChange: false }).blocks.filter(({ type }) => type !== 'actions');
}
