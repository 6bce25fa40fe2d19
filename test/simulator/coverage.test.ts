import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMethods } from '../../src/simulator/wire/all-methods.ts';
import { eventTypes, interactionTypes, otherPayloads } from '../../src/simulator/wire/payload-types.ts';

// COVERAGE.md says what there is and how far it goes; here it is held to the code and to the tests it names.

const here = import.meta.dirname;
const table = readFileSync(join(here, '../../src/simulator/COVERAGE.md'), 'utf8');

interface Row {
  name: string;
  state: string;
  note: string;
  tests: string[];
}

function rowsUnder(heading: string): Row[] {
  const section = table.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const [name = '', state = '', note = '', tests = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { name: name.replaceAll('`', ''), state, note, tests: tests.split(', ') };
  });
}

const sections = [
  ['Web API methods', Object.keys(createMethods(() => ''))],
  ['Events', eventTypes],
  ['Interactions', interactionTypes],
  ['What else Slack sends', otherPayloads],
] as const;

describe.each(sections)('%s', (heading, names) => {
  const rows = rowsUnder(heading);

  test('are all in the table, and nothing else is', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
  });

  test('are supported, or partial with a note of what is missing', () => {
    const odd = rows.filter(({ state, note }) => !(note === '' ? state === 'supported' : state === 'partial'));
    expect(odd).toEqual([]);
  });

  test('are tested where the table says', () => {
    const untold = rows.flatMap(({ name, tests }) =>
      tests
        .filter((file) => !mentions(readFileSync(join(here, file), 'utf8'), name))
        .map((file) => `${name} in ${file}`),
    );
    expect(untold).toEqual([]);
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });
});

/** As itself or in words: `slash_command`, "slash command". */
function mentions(code: string, name: string): boolean {
  return code.includes(name) || code.includes(name.replaceAll('_', ' '));
}
