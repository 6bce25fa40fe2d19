import type { Ids } from './ids.ts';
import { asList, asObject, asText, copyJson, isJsonObject, type Json, type JsonObject } from './json.ts';

/** One thing inside blocks that a person can press, choose or fill. */
export interface BlockElement {
  blockId: string;
  actionId: string;
  /** Slack's element type, e.g. `button` or `static_select`. */
  type: string;
  element: JsonObject;
  /** The block around it: its type says how the element behaves. */
  block: JsonObject;
}

const notInteractive = new Set(['image', 'mrkdwn', 'plain_text', '']);

/** Elements in reading order, those of nested containers included. */
export function elementsOf(blocks: Json[]): BlockElement[] {
  return blocks.flatMap((value) => {
    const block = asObject(value);
    const inside = [block['element'] ?? null, block['accessory'] ?? null, ...asList(block['elements'])];
    const found = inside
      .filter(isJsonObject)
      .filter((element) => 'action_id' in element && !notInteractive.has(asText(element['type'])))
      .map((element) => ({
        blockId: asText(block['block_id']),
        actionId: asText(element['action_id']),
        type: asText(element['type']),
        element,
        block,
      }));
    return [...found, ...elementsOf(asList(block['child_blocks']))];
  });
}

/**
 * The blocks as Slack keeps them: every block has a block_id and every interactive element an action_id, made up where
 * the app gave none, and text objects carry the flags Slack adds.
 */
export function keepBlocks(blocks: Json[], ids: Ids): Json[] {
  return blocks.map((value) => {
    const block = withTextFlags(copyJson(value));
    if (!isJsonObject(block)) return block;
    if (!asText(block['block_id'])) block['block_id'] = ids.nextHex(5);
    for (const place of ['element', 'accessory'] as const) nameElement(block[place], ids);
    if (block['type'] === 'actions') for (const element of asList(block['elements'])) nameElement(element, ids);
    return block;
  });
}

/** Attachments may hold blocks of their own. */
export function keepAttachment(attachment: Json, ids: Ids): Json {
  const kept = withTextFlags(copyJson(attachment));
  if (isJsonObject(kept) && 'blocks' in kept) kept['blocks'] = keepBlocks(asList(kept['blocks']), ids);
  return kept;
}

function nameElement(element: Json | undefined, ids: Ids): void {
  if (isJsonObject(element) && element['type'] !== 'image' && !asText(element['action_id'])) {
    element['action_id'] = ids.nextHex(5);
  }
}

/** Slack answers plain_text with `emoji` and mrkdwn with `verbatim` even when the app left them out. */
export function withTextFlags(value: Json): Json {
  if (Array.isArray(value)) return value.map(withTextFlags);
  if (!isJsonObject(value)) return value;
  const flagged: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) flagged[key] = withTextFlags(inner);
  if (flagged['type'] === 'plain_text' && typeof flagged['text'] === 'string') flagged['emoji'] ??= true;
  if (flagged['type'] === 'mrkdwn' && typeof flagged['text'] === 'string') flagged['verbatim'] ??= false;
  return flagged;
}
