import { onTestFinished } from 'vitest';
import { noGallery } from '../../src/platform/slack/gallery.ts';
import type { Registrar } from '../../src/platform/slack/registrar.ts';
import { closeDatabase, openDatabase } from '../../src/platform/storage/database.ts';
import { registerSurfaces } from '../../src/product.ts';

export type Registered = Record<Exclude<keyof Registrar, 'use'>, string[]>;

/** What the surfaces listen to, by name. Nothing is asked of the database: no listener runs. */
export function registeredSurfaces(): Registered {
  const db = openDatabase('postgresql://nobody@127.0.0.1:1/none');
  onTestFinished(() => closeDatabase(db));
  const registered: Registered = { command: [], action: [], view: [], shortcut: [], event: [], options: [] };
  const keep = (list: string[]) => (name: unknown) => {
    if (typeof name !== 'string')
      throw new Error('A surface registers by a pattern; the manifest can only hold names.');
    list.push(name);
  };
  // Actions and views stand in no manifest: a page's number, or that a form was closed, may tell them apart.
  const keepAny = (list: string[]) => (name: unknown) => {
    list.push(typeof name === 'object' && !(name instanceof RegExp) ? JSON.stringify(name) : String(name));
  };
  registerSurfaces(
    {
      command: keep(registered.command),
      action: keepAny(registered.action),
      view: keepAny(registered.view),
      shortcut: keep(registered.shortcut),
      event: keep(registered.event),
      options: keepAny(registered.options),
      // What runs beside every listener listens to nothing by itself.
      use: () => {},
    },
    {
      db,
      clock: { now: () => new Date(0) },
      gallery: noGallery,
      signer: { isPublic: false, urlOf: async () => '', idIn: async () => undefined },
    },
  );
  return registered;
}
