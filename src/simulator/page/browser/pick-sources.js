import { optionsOf } from './element-values.js';
import { plainText } from './mrkdwn.js';

/**
 * What a menu offers and holds: `items` are `{ key, text, more?, group? }`; `find`, where the app is asked as one types;
 * `chosen` are items; `choose` takes the list of items wanted.
 */
export function sourceOf(reader, surface, block, element) {
  const { type } = element;
  const picked = surface.picked(block, element);
  const put = (value) => surface.pick(block, element, value);
  if (type.includes('users_select')) {
    const items = reader.people.map(personItem);
    return byId(items, picked, put, (id) => ({ key: id, text: reader.nameOf(id) ?? id }));
  }
  if (/(?:channels|conversations)_select/.test(type)) {
    const items = reader.channels
      .filter((channel) => fits(channel, element))
      .map((channel) => channelItem(reader, channel));
    return byId(items, picked, put, (id) => ({ key: id, text: id }));
  }
  if (type.includes('external_select')) return external(surface, block, element, picked, put);
  const items = optionItems(element);
  return {
    items,
    chosen: picked.options.flatMap((index) => items[index] ?? []),
    choose: (chosen) => put({ options: chosen.map(({ key }) => Number(key)) }),
  };
}

function byId(items, picked, put, stranger) {
  return {
    items,
    chosen: picked.ids.map((id) => items.find(({ key }) => key === id) ?? stranger(id)),
    choose: (chosen) => put({ ids: chosen.map(({ key }) => key) }),
  };
}

function external(surface, block, element, picked, put) {
  const item = (option) => ({ key: option.value, text: plainText(option.text.text), more: more(option), option });
  return {
    items: [],
    chosen: picked.offered.map(item),
    choose: (chosen) => put({ offered: chosen.map(({ option }) => option) }),
    least: element.min_query_length ?? 3,
    async find(typed) {
      const options = await surface.suggest(block, element, typed);
      return options.map(item);
    },
  };
}

function optionItems(element) {
  const groups = (element.option_groups ?? []).flatMap(({ label, options }) =>
    options.map(() => plainText(label.text)),
  );
  const ungrouped = element.options?.length ?? 0;
  return optionsOf(element).map((option, index) => ({
    key: String(index),
    text: plainText(option.text.text),
    more: more(option),
    group: groups[index - ungrouped],
  }));
}

function more({ description }) {
  return description && plainText(description.text);
}

function personItem({ id, name, realName, title }) {
  return {
    key: id,
    text: name,
    more: [realName === name ? '' : realName, title].filter(Boolean).join(', ') || undefined,
  };
}

function fits({ kind, isArchived, isMember }, { type, filter }) {
  if (isArchived) return false;
  if (type.includes('channels_select')) return kind === 'public';
  return (kind === 'public' || isMember) && (filter?.include?.includes(kind) ?? true);
}

function channelItem(reader, channel) {
  const { id, name } = channel;
  return { key: id, text: name ? `#${name}` : reader.othersIn(channel) };
}
