import { z } from 'zod';
import { imageBlock } from './buttons-and-images.ts';
import { alert, card, carousel, container, plan, taskCard } from './card-blocks.ts';
import { richText } from './rich-text.ts';
import { dataTable, dataVisualization, table } from './table-blocks.ts';
import { actions, context, contextActions, divider, header, input, markdown, section, video } from './text-blocks.ts';

export type Surface = 'message' | 'modal' | 'home';

/**
 * Every block that may be sent; where two sources of Slack's disagree about a surface, it is left out. `file` is missing
 * on purpose: Slack shows such blocks in messages it returns and refuses them in messages it is given.
 */
export const anyBlock = z.discriminatedUnion('type', [
  actions,
  alert,
  card,
  carousel,
  container,
  context,
  contextActions,
  dataTable,
  dataVisualization,
  divider,
  header,
  imageBlock,
  input,
  markdown,
  plan,
  richText,
  section,
  table,
  taskCard,
  video,
]);

export type BlockType = z.infer<typeof anyBlock>['type'];

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];

export const surfacesOf: Readonly<Record<BlockType, readonly Surface[]>> = {
  actions: everywhere,
  alert: ['modal'],
  card: ['message', 'home'],
  carousel: ['message', 'home'],
  container: ['message'],
  context: everywhere,
  context_actions: ['message'],
  data_table: ['message', 'home'],
  data_visualization: ['message'],
  divider: everywhere,
  header: everywhere,
  image: everywhere,
  input: everywhere,
  markdown: ['message'],
  plan: ['message'],
  rich_text: everywhere,
  section: everywhere,
  table: ['message'],
  task_card: ['message'],
  video: everywhere,
};
