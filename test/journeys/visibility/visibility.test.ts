import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everyone, PROGRAM, whoLearns } from './cast.ts';
import { allPieces, learned } from './pieces.ts';
import { afterwards, asksOverHttp, beforeTheReview, inTheSameMonth, type Surface } from './surfaces.ts';
import { world } from './world.ts';

// Everybody looks everywhere, and each learns what docs/who-sees-what.md says, nothing more and nothing less.

/** By surface, by reader: the text that they see there. */
type Seen = Map<string, Map<string, string>>;

/** By surface: rows of a table as the page writes them, in the order of the pieces. What nobody learns has no row. */
type Tables = { [surface: string]: string[] };

const page = readFileSync(new URL('../../../docs/who-sees-what.md', import.meta.url), 'utf8');

it('everybody sees on every surface what the page says, and nothing else', { timeout: 180_000 }, async () => {
  const company = await world();
  const { slack, at } = company;
  const seen: Seen = new Map();
  const tables: Tables = {};
  const look = async (surface: Surface) => {
    const texts = new Map<string, string>();
    for (const name of everyone) texts.set(name, await surface.look(slack.as(name)));
    seen.set(surface.name, texts);
    tables[surface.name] = tableOf(texts, surface.about);
  };
  await look(inTheSameMonth);
  await at('2026-04-02T15:00:00Z');
  for (const surface of afterwards) await look(surface);
  tables['HTTP API, with the token of a source'] = tableOf(new Map([[PROGRAM, await asksOverHttp(company)]]));
  await at('2026-06-23T15:00:00Z');
  await at('2026-06-23T15:01:00Z');
  await look(beforeTheReview);
  expect({ 'Anywhere at all': tableOf(anywhere(seen)), ...tables }).toEqual(tablesIn(page));
});

function anywhere(seen: Seen): Map<string, string> {
  const all = new Map<string, string>();
  for (const texts of seen.values()) {
    for (const [name, text] of texts) all.set(name, `${all.get(name) ?? ''}\n${text}`);
  }
  return all;
}

function tableOf(texts: ReadonlyMap<string, string>, about = ''): string[] {
  const told = allPieces.filter(({ name }) => name.startsWith(about));
  return told.flatMap((piece) => {
    const isSeen = (part: string) => (name: string) => learned(piece, texts.get(name) ?? '').includes(part);
    const parts = Object.keys(piece.parts);
    const byReaders = Map.groupBy(parts, (part) => whoLearns(piece, part, isSeen(part)));
    byReaders.delete('');
    return [...byReaders].map(([who, same]) => `| ${piece.name} | ${same.join(', ')} | ${who} |`);
  });
}

/** The headings of the third level, each with the rows of the table below it. */
function tablesIn(markdown: string): Tables {
  const [, ...sections] = markdown.split(/^### /m);
  return Object.fromEntries(
    sections.map((section) => {
      const [surface = '', ...lines] = section.split('\n');
      const [, , ...rows] = lines.filter((line) => line.startsWith('|'));
      return [surface, rows];
    }),
  );
}
