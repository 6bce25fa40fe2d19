import type { Configuration } from './configuration.ts';
import { type ConfiguredThing, type FieldValue, type Noun, thingsIn } from './configured-things.ts';

export interface ConfigurationChange {
  noun: Noun;
  key: string;
  action: 'add' | 'change' | 'retire';
  /** What differs, in the words of the workspace file; people by Slack id. */
  fields: FieldChange[];
}

interface FieldChange {
  name: string;
  before: FieldValue;
  after: FieldValue;
}

/** What has to happen so that the present becomes the wanted; nothing when they say the same. */
export function configurationChanges(present: Configuration, wanted: Configuration): ConfigurationChange[] {
  const now = thingsIn(present);
  const next = thingsIn(wanted);
  const kept = new Set(next.map(identity));
  const before = new Map(now.map((thing) => [identity(thing), thing]));
  return [
    ...next.flatMap((thing) => becoming(before.get(identity(thing)), thing)),
    ...now
      .filter((thing) => !kept.has(identity(thing)) && !thing.isFrozen)
      .map(({ noun, key }): ConfigurationChange => ({ noun, key, action: 'retire', fields: [] })),
  ];
}

const FREE_TEXT = new Set(['name', 'meaning', 'unit', 'source']);
const SIGNS = { add: '+', change: '~', retire: '-' } as const;

/** `~ cadence weekly: day thursday → monday`. `nameOf` gives the name of a member by id, and anything else back. */
export function readableChange(change: ConfigurationChange, nameOf: (id: string) => string): string {
  const shown = (name: string, value: FieldValue) => {
    if (value === null) return 'none';
    const isFreeText = FREE_TEXT.has(name) || name.startsWith('impact_map');
    return isFreeText ? `"${value}"` : String(value).split(', ').map(nameOf).join(', ');
  };
  const fields = change.fields.map(({ name, before, after }) =>
    change.action === 'add'
      ? `${name} ${shown(name, after)}`
      : `${name} ${shown(name, before)} → ${shown(name, after)}`,
  );
  const key = change.key.split('/').map(nameOf).join(' of ');
  const what = change.action === 'retire' ? retired(change.noun) : fields.join(', ');
  return `${SIGNS[change.action]} ${change.noun} ${key}: ${what}`;
}

function retired(noun: Noun): string {
  return noun === 'member' ? 'leaves the team' : 'retired';
}

function becoming(before: ConfiguredThing | undefined, thing: ConfiguredThing): ConfigurationChange[] {
  const { noun, key } = thing;
  // A list that became shorter has fields that only stood there before.
  const names = new Set([...Object.keys(thing.fields), ...Object.keys(before?.fields ?? {})]);
  const fields = [...names].map((name) => ({
    name,
    before: before?.fields[name] ?? null,
    after: thing.fields[name] ?? null,
  }));
  if (!before) return [{ noun, key, action: 'add', fields: fields.filter(({ after }) => after !== null) }];
  const changed = fields.filter((field) => field.before !== field.after);
  return changed.length > 0 ? [{ noun, key, action: 'change', fields: changed }] : [];
}

function identity({ noun, key }: ConfiguredThing): string {
  return `${noun} ${key}`;
}
