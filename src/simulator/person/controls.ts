import { type BlockElement, elementsOf } from '../workspace/block-elements.ts';
import { currentValue, optionsOf, valueFieldOf } from '../workspace/form-state.ts';
import { asObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { NotSeenYet } from './look-again.ts';
import type { Found, Place, Where } from './places.ts';
import { readBlocks } from './readable-blocks.ts';
import { readText } from './readable-text.ts';

export type ControlKind = 'button' | 'field' | 'menu';

const buttons = ['button', 'workflow_button'];

/** Fields hold a value; menus are what one chooses from outside a form, overflow menus among them. */
function isOf(kind: ControlKind, { type, block }: BlockElement): boolean {
  if (kind === 'button') return buttons.includes(type);
  if (kind === 'field') return block['type'] === 'input' || valueFieldOf(type) !== undefined;
  return type === 'overflow' || valueFieldOf(type) !== undefined;
}

/** The name a person would call it by, best first. */
export function namesOf(slack: Workspace, place: Place, element: BlockElement): string[] {
  const { block, type } = element;
  if (buttons.includes(type)) return [readText(slack, element.element['text'])];
  const label = readText(slack, block['label']);
  if (label) return [label];
  const besides = readText(slack, block['text']);
  const chosen = asObject(valueFieldOf(type) ? currentValue(place.state, element) : null);
  const names = [
    besides,
    besides.split('\n')[0] ?? '',
    readText(slack, element.element['placeholder']),
    type === 'overflow' ? '...' : '',
    readText(slack, chosen['text']),
    // Boxes and circles outside a form have no label but their options.
    ...(type === 'checkboxes' || type === 'radio_buttons' ? optionsOf(element.element) : []).map((option) =>
      readText(slack, asObject(option)['text']),
    ),
  ];
  return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * The one control of that label; otherwise an error that says what there is to see. Of several alike one is told by the
 * words `beside` it, or by counting: `Go (2)` is the second "Go".
 */
export function findControl(
  slack: Workspace,
  places: Place[],
  kind: ControlKind,
  label: string,
  { beside, message }: Where = {},
): Found {
  const all = places.flatMap((place) =>
    elementsOf(place.blocks)
      .filter((element) => isOf(kind, element))
      .filter((element) => !beside || wordsAround(slack, place, element).includes(beside))
      .map((element) => ({ place, element, names: namesOf(slack, place, element) })),
  );
  const called = (name: string) => {
    const named = all.filter(({ names }) => names.includes(name));
    return message === 'latest' ? named.filter(({ place }) => place === named.at(-1)?.place) : named;
  };
  const [only, ...others] = called(label);
  if (only && others.length === 0) return only;
  if (only) {
    const where = [only, ...others].map(({ place }) => place.called).join(', ');
    const advice = 'Say which with {in}, {message}, {beside} or by counting, like';
    throw new Error(`There are ${others.length + 1} times "${label}": in ${where}. ${advice} "${label} (2)"`);
  }
  const [, name = '', count = '0'] = /^(.*) \((\d+)\)$/.exec(label) ?? [];
  const counted = called(name)[Number(count) - 1];
  if (counted) return counted;
  const seen = all.map(({ names, place }) => `"${names[0] ?? '(no label)'}" in ${place.called}`);
  const looked = places.length > 0 ? '' : ' (nothing is open)';
  const near = beside ? ` beside "${beside}"` : '';
  throw new NotSeenYet(
    `There is no ${kind} "${label}"${near}${looked}. There are: ${seen.join('; ') || `no ${kind}s at all`}`,
  );
}

/** The words of its own block, and for a row of buttons those of the block above it. */
function wordsAround(slack: Workspace, place: Place, { block }: BlockElement): string {
  const at = place.blocks.indexOf(block);
  const isRow = block['type'] === 'actions';
  return readBlocks(slack, place.blocks.slice(isRow ? Math.max(at - 1, 0) : at, at + 1)).join('\n');
}
