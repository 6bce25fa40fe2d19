import { type BlockElement, elementsOf } from '../workspace/block-elements.ts';
import { currentValue, optionsOf, valueFieldOf } from '../workspace/form-state.ts';
import { asObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { NotSeenYet } from './look-again.ts';
import type { Found, Place } from './places.ts';
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
  const besides = readText(slack, block['text']);
  const chosen = asObject(valueFieldOf(type) ? currentValue(place.state, element) : null);
  const names = [
    readText(slack, block['label']),
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

/** The one control of that label; otherwise an error that says what there is to see. */
export function findControl(slack: Workspace, places: Place[], kind: ControlKind, label: string): Found {
  const all = places.flatMap((place) =>
    elementsOf(place.blocks)
      .filter((element) => isOf(kind, element))
      .map((element) => ({ place, element, names: namesOf(slack, place, element) })),
  );
  const named = all.filter(({ names }) => names.includes(label));
  const [only, another] = named;
  if (only && !another) return only;
  if (only) {
    const where = named.map(({ place }) => place.called).join(', ');
    throw new Error(`There are ${named.length} times "${label}": in ${where}. Say which with {in} or {message}`);
  }
  const seen = all.map(({ names, place }) => `"${names[0] ?? '(no label)'}" in ${place.called}`);
  const looked = places.length > 0 ? '' : ' (nothing is open)';
  throw new NotSeenYet(
    `There is no ${kind} "${label}"${looked}. There are: ${seen.join('; ') || `no ${kind}s at all`}`,
  );
}
