import { type BlockType, type Surface, surfacesOf } from './any-block.ts';
import type { Finding } from './slack-wording.ts';

/** Slack refuses messages near 13,200 characters of block text without saying so in its reference; 12,000 is safe. */
export const BLOCK_TEXT_LIMIT = 12_000;

type Json = { [key: string]: unknown };
interface Placed {
  piece: Json;
  path: PropertyKey[];
}

/** Rules no single block can know: where it stands, whose ids it repeats, what it adds up to. */
export function findAcrossBlocks(blocks: unknown, surface: Surface, path: PropertyKey[]): Finding[] {
  const top = objectsIn(blocks, path);
  const all = top.flatMap((placed) => [placed, ...nestedBlocks(placed)]);
  const elements = all.flatMap(elementsOf);
  return [
    ...top.flatMap((placed) => misplaced(placed, surface)),
    ...repeated(all, 'block_id'),
    ...all.flatMap((placed) => repeated(elementsOf(placed), 'action_id')),
    ...elements
      .filter(({ piece }) => piece['focus_on_load'] === true)
      .slice(1)
      .map(second('focus_on_load')),
    ...tooMany(all, ['table', 'data_table'], 1, 'only_one_table_allowed'),
    ...tooMany(all, ['data_visualization'], 2, 'no more than 2 data_visualization blocks allowed'),
    ...(surface === 'modal' ? [] : elements.flatMap(modalOnly)),
  ];
}

function objectsIn(list: unknown, path: PropertyKey[]): Placed[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((piece, index) => (isJson(piece) ? [{ piece, path: [...path, index] }] : []));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nestedBlocks({ piece, path }: Placed): Placed[] {
  if (piece['type'] === 'container') return objectsIn(piece['child_blocks'], [...path, 'child_blocks']);
  if (piece['type'] === 'carousel') return objectsIn(piece['elements'], [...path, 'elements']);
  return [];
}

function elementsOf({ piece, path }: Placed): Placed[] {
  if (piece['type'] === 'carousel' || piece['type'] === 'container') return [];
  const single = ['accessory', 'element'].flatMap((key) => {
    const element = piece[key];
    return isJson(element) ? [{ piece: element, path: [...path, key] }] : [];
  });
  return [...single, ...['elements', 'actions'].flatMap((key) => objectsIn(piece[key], [...path, key]))];
}

function misplaced({ piece, path }: Placed, surface: Surface): Finding[] {
  const type = piece['type'];
  if (!isKnown(type) || surfacesOf[type].includes(surface)) return [];
  return [{ path: [...path, 'type'], message: `unsupported type: ${type} (not in a ${surface})` }];
}

function isKnown(type: unknown): type is BlockType {
  return typeof type === 'string' && Object.hasOwn(surfacesOf, type);
}

function repeated(placed: Placed[], key: 'block_id' | 'action_id'): Finding[] {
  const seen = new Set<string>();
  return placed.flatMap(({ piece, path }) => {
    const id = piece[key];
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [{ path: [...path, key], message: `\`${key}\` ${id} already exists` }];
    seen.add(id);
    return [];
  });
}

function second(key: string): (placed: Placed) => Finding {
  return ({ path }) => ({ path: [...path, key], message: 'only one element may have focus_on_load' });
}

function tooMany(all: Placed[], types: string[], limit: number, message: string): Finding[] {
  const found = all.filter(({ piece }) => types.includes(String(piece['type'])));
  return found.slice(limit).map(({ path }) => ({ path, message }));
}

function modalOnly({ piece, path }: Placed): Finding[] {
  if (piece['type'] === 'file_input') {
    return [{ path: [...path, 'type'], message: 'unsupported type: file_input (only in a modal)' }];
  }
  if (piece['response_url_enabled'] !== undefined) {
    return [{ path: [...path, 'response_url_enabled'], message: 'only allowed in a modal' }];
  }
  return [];
}
