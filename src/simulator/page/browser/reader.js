import { createContext } from 'htm/preact/standalone';

/** Everything needed to read a text as this person does: names, channels, zone, and the time it is. */
export const ReaderContext = createContext(null);

export function readerOf(session) {
  const { people, channels, parts } = session;
  const names = new Map(people.map((person) => [person.id, person.name]));
  if (parts.team) names.set(parts.team.app.id, parts.team.app.name);
  return {
    me: session.me,
    // As in Slack's own menus: bots are offered, the deactivated are not.
    people: people.filter(({ isDeactivated }) => !isDeactivated),
    channels,
    timeZone: session.person?.timeZone ?? 'UTC',
    now: session.now(),
    nameOf: (id) => names.get(id),
    /** The others in a conversation that has no name of its own. */
    othersIn: ({ others }) => others.map((id) => names.get(id) ?? id).join(', '),
    channelOf: (id) => channels.find((channel) => channel.id === id),
    open: (id) => session.go({ kind: 'channel', id }),
  };
}
