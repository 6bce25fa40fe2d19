import { z } from 'zod';
import type { BlockElement } from '../workspace/block-elements.ts';
import { optionsOf, valueFieldOf } from '../workspace/form-state.ts';
import { copyJson, type Json, type JsonObject } from '../workspace/json.ts';

/** What the page sends of a value: typed words, options by their place in the list, ids, or what the app offered. */
export const pickedSchema = z.union([
  z.strictObject({ text: z.string().nullable() }),
  z.strictObject({ options: z.array(z.number().int().nonnegative()) }),
  z.strictObject({ ids: z.array(z.string()) }),
  z.strictObject({ offered: z.array(z.record(z.string(), z.json())) }),
]);

export type Picked = z.infer<typeof pickedSchema>;

/** The value as Slack keeps it for that element. */
export function pickedValue({ type, element }: BlockElement, picked: Picked): Json {
  const field = valueFieldOf(type);
  if (!field) throw new Error(`A ${type} holds no value`);
  const values = listOf(type, element, picked);
  if (Array.isArray(field.empty)) return values;
  return values[0] ?? null;
}

export function pickedOptions(element: JsonObject, indexes: number[]): Json[] {
  const options = optionsOf(element);
  return indexes.flatMap((index) => {
    const option = options[index];
    return option === undefined ? [] : [copyJson(option)];
  });
}

function listOf(type: string, element: JsonObject, picked: Picked): Json[] {
  if ('options' in picked) return pickedOptions(element, picked.options);
  if ('ids' in picked) return picked.ids;
  if ('offered' in picked) return picked.offered;
  const { text } = picked;
  if (text === null || text === '') return [];
  if (type === 'datetimepicker') return [Number(text)];
  if (type === 'rich_text_input') return [richText(text)];
  return [text];
}

function richText(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}
