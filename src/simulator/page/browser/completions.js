const most = 8;

/** What could be meant at the caret: `{ insert, from, about, hint?, isWhole }`; `isWhole` when it stands there already. */
export function completionsFor(session, text, caret, isThread) {
  const typed = text.slice(0, caret);
  const [command] = /^\/\S*$/.exec(typed) ?? [];
  if (command !== undefined && !isThread) return commandsLike(session, command);
  const [, gap, name] = /(^|\s)@([\p{L}\w.-]*)$/u.exec(typed) ?? [];
  return gap === undefined ? [] : peopleLike(session, name, caret - name.length - 1);
}

function commandsLike({ parts }, typed) {
  return parts.team.commands
    .filter(({ command }) => command.startsWith(typed))
    .map(({ command, description, usageHint }) => ({
      insert: command,
      from: 0,
      hint: usageHint,
      about: description,
      isWhole: command === typed,
    }));
}

function peopleLike({ people }, typed, from) {
  const wanted = typed.toLowerCase();
  return people
    .filter(({ isDeactivated }) => !isDeactivated)
    .filter(({ handle, name, realName }) =>
      [handle, ...name.split(' '), ...realName.split(' ')].some((word) => word.toLowerCase().startsWith(wanted)),
    )
    .slice(0, most)
    .map(({ handle, name, title }) => ({
      insert: `@${handle}`,
      from,
      about: title ? `${name}, ${title}` : name,
      isWhole: handle === wanted,
    }));
}
