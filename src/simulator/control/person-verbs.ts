import { z } from 'zod';
import type { Person } from '../person/person.ts';

const where = {
  in: z.string().exactOptional(),
  message: z.string().exactOptional(),
  beside: z.string().exactOptional(),
};
const filling = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
const schemas = {
  command: z.strictObject({ text: z.string(), in: z.string().exactOptional() }),
  press: z.strictObject({ label: z.string(), ...where, decline: z.boolean().exactOptional() }),
  choose: z.strictObject({ label: z.string(), option: filling, ...where }),
  fill: z.record(z.string(), filling),
  close: z.strictObject({ all: z.boolean().exactOptional() }),
  title: z.strictObject({ title: z.string().exactOptional() }),
  place: z.strictObject({ in: z.string().exactOptional() }),
  words: z.strictObject({ text: z.string(), in: z.string().exactOptional(), thread: z.string().exactOptional() }),
  says: z.strictObject({
    text: z.string(),
    in: z.string().exactOptional(),
    thread: z.string().exactOptional(),
    files: z.array(z.string()).exactOptional(),
  }),
  edits: z.strictObject({ ts: z.string(), text: z.string(), in: z.string().exactOptional() }),
  deletes: z.strictObject({ ts: z.string(), in: z.string().exactOptional() }),
  reacts: z.strictObject({ emoji: z.string(), in: z.string().exactOptional(), message: z.string().exactOptional() }),
  quietHours: z.strictObject({ daily: z.strictObject({ from: z.string(), to: z.string() }).nullable() }),
  pause: z.strictObject({ minutes: z.number().nonnegative() }),
  presence: z.strictObject({ presence: z.enum(['active', 'away']) }),
  status: z.strictObject({ text: z.string(), emoji: z.string().exactOptional() }),
  file: z.strictObject({ name: z.string(), content: z.string() }),
  named: z.strictObject({ name: z.string(), in: z.string().exactOptional() }),
  name: z.strictObject({ name: z.string() }),
  messageShortcut: z.strictObject({ name: z.string(), ...where }),
};

type Verb = (person: Person, body: unknown) => unknown;

/** Under their names in `Person`; what is optional there may be left out here. */
const verbs: { [verb: string]: Verb } = {
  command(person, body) {
    const { text, ...options } = schemas.command.parse(body);
    return person.command(text, options);
  },
  press(person, body) {
    const { label, ...options } = schemas.press.parse(body);
    return person.press(label, options);
  },
  choose(person, body) {
    const { label, option, ...options } = schemas.choose.parse(body);
    return person.choose(label, option, options);
  },
  fill: (person, body) => person.fill(schemas.fill.parse(body)),
  submit: (person) => person.submit(),
  close: (person, body) => person.close(schemas.close.parse(body)),
  modal: (person) => person.modal(),
  openHome: (person) => person.openHome(),
  openMessages: (person) => person.openMessages(),
  home: (person) => person.home(),
  reads: (person, body) => person.reads(schemas.place.parse(body).in),
  waitForModal: (person, body) => person.waitForModal(schemas.title.parse(body).title),
  waitForNoModal: (person) => person.waitForNoModal(),
  waitForMessage(person, body) {
    const { text, in: place } = schemas.words.parse(body);
    return person.waitForMessage(text, place);
  },
  waitForHome: (person, body) => person.waitForHome(schemas.words.parse(body).text),
  says(person, body) {
    const { text, in: place, ...options } = schemas.says.parse(body);
    return person.says(text, place, options);
  },
  edits(person, body) {
    const { ts, text, in: place } = schemas.edits.parse(body);
    return person.edits(ts, text, place);
  },
  deletes(person, body) {
    const { ts, in: place } = schemas.deletes.parse(body);
    return person.deletes(ts, place);
  },
  reloads: (person) => person.reloads(),
  reacts(person, body) {
    const { emoji, ...to } = schemas.reacts.parse(body);
    return person.reacts(emoji, to);
  },
  unreacts(person, body) {
    const { emoji, ...to } = schemas.reacts.parse(body);
    return person.unreacts(emoji, to);
  },
  setsQuietHours: (person, body) => person.setsQuietHours(schemas.quietHours.parse(body).daily),
  pausesNotifications: (person, body) => person.pausesNotifications(schemas.pause.parse(body).minutes),
  setsPresence: (person, body) => person.setsPresence(schemas.presence.parse(body).presence),
  setsStatus(person, body) {
    const { text, emoji } = schemas.status.parse(body);
    return person.setsStatus(text, emoji);
  },
  hasFile(person, body) {
    const { name, content } = schemas.file.parse(body);
    return person.hasFile(name, content);
  },
  opensFile(person, body) {
    const { name, in: place } = schemas.named.parse(body);
    return person.opensFile(name, place);
  },
  deletesFile: (person, body) => person.deletesFile(schemas.name.parse(body).name),
  shortcut: (person, body) => person.shortcut(schemas.name.parse(body).name),
  messageShortcut(person, body) {
    const { name, ...options } = schemas.messageShortcut.parse(body);
    return person.messageShortcut(name, options);
  },
  joins: (person, body) => person.joins(schemas.name.parse(body).name),
  leaves: (person, body) => person.leaves(schemas.name.parse(body).name),
};

export function actAsPerson(person: Person, verb: string, body: unknown): unknown {
  const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!act) throw new Error(`A person cannot "${verb}". There are: ${Object.keys(verbs).join(', ')}`);
  return act(person, body);
}
