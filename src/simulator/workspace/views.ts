import { keepBlocks, withTextFlags } from './block-elements.ts';
import type { Calendar } from './calendar.ts';
import { type FormState, startState } from './form-state.ts';
import type { Ids } from './ids.ts';
import { asList, asText, type Json, type JsonObject } from './json.ts';

/** A modal or Home tab as one person has it before them. */
export interface View {
  id: string;
  personId: string;
  kind: 'modal' | 'home';
  /** As the app sent it, texts completed; blocks apart. */
  content: JsonObject;
  blocks: Json[];
  state: FormState;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** Messages beside the inputs after a refused submission, by block_id. */
  errors: { [blockId: string]: string };
  /** Slack's own complaint above the form, e.g. when the app did not answer. */
  trouble: string | undefined;
}

export type ViewRefusal = 'duplicate_external_id' | 'push_limit_reached' | 'not_found' | 'hash_conflict';

/** Three deep: the root and two pushed on it. */
const deepestStack = 3;

export class Views {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  /** Per person, root first. */
  readonly #stacks = new Map<string, View[]>();
  readonly #homes = new Map<string, View>();
  readonly #byId = new Map<string, View>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  stackOf(personId: string): View[] {
    return this.#stacks.get(personId) ?? [];
  }

  topOf(personId: string): View | undefined {
    return this.stackOf(personId).at(-1);
  }

  homeOf(personId: string): View | undefined {
    return this.#homes.get(personId);
  }

  /** A new root; whatever modals the person had from this app give way to it. */
  open(personId: string, source: JsonObject): View | ViewRefusal {
    if (this.#isTaken(source)) return 'duplicate_external_id';
    const view = this.#make(personId, 'modal', source);
    this.clear(personId);
    this.#stacks.set(personId, [view]);
    return view;
  }

  push(personId: string, source: JsonObject): View | ViewRefusal {
    const stack = this.stackOf(personId);
    const top = stack.at(-1);
    if (!top) return 'not_found';
    if (stack.length >= deepestStack) return 'push_limit_reached';
    if (this.#isTaken(source)) return 'duplicate_external_id';
    const view = this.#make(personId, 'modal', source);
    view.rootId = top.rootId;
    view.previousId = top.id;
    this.#stacks.set(personId, [...stack, view]);
    return view;
  }

  /** Only what is still open can be updated. */
  find(idOrExternalId: { id?: string; externalId?: string }): View | undefined {
    const { id, externalId } = idOrExternalId;
    if (id) return this.#byId.get(id);
    return this.#all().find((view) => asText(view.content['external_id']) === externalId);
  }

  /** Without a hash the last write wins. */
  replace(view: View, source: JsonObject, hash?: string): View | ViewRefusal {
    if (hash && hash !== view.hash) return 'hash_conflict';
    if (this.#isTaken(source, view)) return 'duplicate_external_id';
    this.#fill(view, source);
    return view;
  }

  publish(personId: string, source: JsonObject, hash?: string): View | ViewRefusal {
    const home = this.#homes.get(personId);
    if (home) return this.replace(home, source, hash);
    if (hash) return 'hash_conflict';
    if (this.#isTaken(source)) return 'duplicate_external_id';
    const view = this.#make(personId, 'home', source);
    this.#homes.set(personId, view);
    return view;
  }

  /** Takes the top modal away; the one below, if any, is seen again. */
  pop(personId: string): void {
    const stack = this.stackOf(personId);
    const top = stack.at(-1);
    if (top) this.#byId.delete(top.id);
    this.#stacks.set(personId, stack.slice(0, -1));
  }

  clear(personId: string): void {
    for (const view of this.stackOf(personId)) this.#byId.delete(view.id);
    this.#stacks.delete(personId);
  }

  #all(): View[] {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()];
  }

  #isTaken(source: JsonObject, except?: View): boolean {
    const externalId = asText(source['external_id']);
    return externalId !== '' && this.#all().some((v) => v !== except && v.content['external_id'] === externalId);
  }

  #make(personId: string, kind: View['kind'], source: JsonObject): View {
    const id = this.#ids.next('V');
    const empty = { content: {}, blocks: [], state: {}, hash: '', errors: {}, trouble: undefined };
    const view: View = { id, personId, kind, ...empty, rootId: id, previousId: null };
    this.#fill(view, source);
    this.#byId.set(id, view);
    return view;
  }

  #fill(view: View, source: JsonObject): void {
    const { blocks, ...content } = source;
    for (const key of ['title', 'submit', 'close']) content[key] = withTextFlags(content[key] ?? null);
    view.content = content;
    view.blocks = keepBlocks(asList(blocks), this.#ids);
    view.state = startState(view.blocks, view.state);
    view.hash = `${this.#calendar.seconds()}.${this.#ids.nextHex(8)}`;
    view.errors = {};
    view.trouble = undefined;
  }
}
