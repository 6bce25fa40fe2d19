import { asList, asObject, asText, type Json, type JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readMrkdwn, readRichText, readText } from './readable-text.ts';

/** Blocks as the lines a person reads, buttons and menus in square brackets. Inputs are left to the list of fields. */
export function readBlocks(slack: Workspace, blocks: Json[]): string[] {
  return blocks.flatMap((block) => readBlock(slack, asObject(block))).filter((line) => line !== '');
}

function readBlock(slack: Workspace, block: JsonObject): string[] {
  const elements = asList(block['elements']).map(asObject);
  switch (block['type']) {
    case 'section': {
      const fields = asList(block['fields']).map((field) => readText(slack, field));
      const accessory = block['accessory'] ? [readElement(slack, asObject(block['accessory']))] : [];
      return [...readText(slack, block['text']).split('\n'), ...fields, ...accessory];
    }
    case 'header':
    case 'alert':
      return readText(slack, block['text']).split('\n');
    case 'context':
      return [elements.map((element) => readElement(slack, element)).join(' ')];
    case 'actions':
    case 'context_actions':
      return [elements.map((element) => readElement(slack, element)).join(' ')];
    case 'markdown':
      return asText(block['text']).split('\n');
    case 'rich_text':
      return readRichText(slack, block);
    case 'image':
      return [readText(slack, block['title']), asText(block['alt_text'])];
    case 'video':
      return [readText(slack, block['title']), asText(block['alt_text'])];
    case 'divider':
      return ['---'];
    case 'input':
      return [];
    case 'table':
    case 'data_table':
      return asList(block['rows']).map((row) =>
        asList(row)
          .map((cell) => readCell(slack, asObject(cell)))
          .join(' | '),
      );
    case 'container': {
      const title = [readText(slack, block['title']), readText(slack, block['subtitle'])];
      return [...title, ...readBlocks(slack, asList(block['child_blocks']))];
    }
    default:
      return ['title', 'subtitle', 'body', 'text'].map((part) => readText(slack, block[part]));
  }
}

function readElement(slack: Workspace, element: JsonObject): string {
  switch (element['type']) {
    case 'mrkdwn':
      return readMrkdwn(slack, asText(element['text']));
    case 'plain_text':
      return readText(slack, element);
    case 'image':
      return asText(element['alt_text']);
    case 'overflow':
      return '[...]';
    case 'button':
    case 'workflow_button':
      return `[${readText(slack, element['text'])}]`;
    default:
      return `[${readText(slack, element['placeholder']) || asText(element['type'])}]`;
  }
}

function readCell(slack: Workspace, cell: JsonObject): string {
  if (cell['type'] === 'rich_text') return readRichText(slack, cell).join(' ');
  return String(cell['text'] ?? cell['value'] ?? '');
}
