import { html, useEffect, useRef, useState } from 'htm/preact/standalone';
import { completionsFor } from './completions.js';
import { useSession } from './use-session.js';

/** Where one writes: messages, and commands with what there is of them. Commands do not work in threads, as in Slack. */
export function Composer({ channel, thread }) {
  const session = useSession();
  const { app } = session.parts.team;
  const isApp = session.place.kind === 'messages';
  if (session.isWatching) return html`<p class="composer-off">A story is playing: you are watching.</p>`;
  if (session.person?.isDeactivated) return html`<p class="composer-off">This account is deactivated.</p>`;
  if (isApp && (!app.messagesTab || app.messagesTabReadOnly)) {
    return html`<p class="composer-off">Sending messages to this app has been turned off. Commands work in any channel.</p>`;
  }
  if (!channel) return null;
  if (channel.isArchived) return html`<p class="composer-off">This channel is archived.</p>`;
  if (!channel.isMember) {
    const join = () => session.actAloud({ act: 'join', in: channel.id });
    return html`<p class="composer-off">
      You are looking into #${channel.name}. <button type="button" class="button primary" onClick=${join}>Join channel</button>
    </p>`;
  }
  return html`<${MessageField} channel=${channel} thread=${thread} />`;
}

function MessageField({ channel, thread }) {
  const session = useSession();
  const field = useRef();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const [isSending, setSending] = useState(false);
  const isSent = useRef(false);
  const name = channel.name ? `#${channel.name}` : 'this conversation';
  const label = thread ? 'Reply' : `Message ${name}`;
  const completions = isDismissed ? [] : completionsFor(session, text, caret, Boolean(thread));

  useEffect(() => {
    if (session.draft === undefined || thread) return;
    write(session.draft, session.draft.length);
    session.draft = undefined;
    field.current.focus();
  }, [session.draft]);
  const write = (value, at) => {
    setText(value);
    setCaret(at);
    setActive(0);
    setDismissed(false);
  };
  const accept = (completion) => {
    const value = `${text.slice(0, completion.from)}${completion.insert} ${text.slice(caret).trimStart()}`;
    write(value, completion.from + completion.insert.length + 1);
    field.current.focus();
  };
  const send = async () => {
    const typed = text.trim();
    if (typed === '' || isSent.current) return;
    isSent.current = true;
    setSending(true);
    try {
      await session.act(
        typed.startsWith('/') && !thread
          ? { act: 'command', text: typed, in: channel.id }
          : { act: 'say', text: typed, in: channel.id, ...(thread && { thread }) },
      );
      write('', 0);
    } catch (error) {
      session.notice(channel.id, error.message);
    }
    isSent.current = false;
    setSending(false);
    field.current?.focus();
  };
  const onKeyDown = (event) => {
    const { key, shiftKey, isComposing } = event;
    const completion = completions[active];
    if (completion && (key === 'ArrowDown' || key === 'ArrowUp')) {
      setActive((active + (key === 'ArrowDown' ? 1 : completions.length - 1)) % completions.length);
    } else if (completion && (key === 'Tab' || (key === 'Enter' && !completion.isWhole)) && !shiftKey)
      accept(completion);
    else if (completion && key === 'Escape') setDismissed(true);
    else if (key === 'Enter' && !shiftKey && !isComposing) void send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const listId = `completions-${channel.id}-${thread ?? ''}`;
  return html`<form
    class="composer"
    onSubmit=${(event) => {
      event.preventDefault();
      void send();
    }}
  >
    ${
      completions.length > 0 &&
      html`<ul class="completions" id=${listId} role="listbox" aria-label="Suggestions" tabindex="0">
        ${completions.map(
          (completion, index) => html`<li
            id=${`${listId}-${index}`}
            key=${completion.insert}
            role="option"
            aria-selected=${index === active}
            class=${index === active ? 'completion is-active' : 'completion'}
            onMouseDown=${(event) => event.preventDefault()}
            onClick=${() => accept(completion)}
          >
            <strong>${completion.insert}</strong>
            ${completion.hint && html`<code>${completion.hint}</code>`}
            <span class="quiet">${completion.about}</span>
          </li>`,
        )}
      </ul>`
    }
    <textarea
      ref=${field}
      rows="1"
      data-grows
      aria-label=${label}
      aria-autocomplete="list"
      aria-controls=${completions.length > 0 ? listId : undefined}
      aria-activedescendant=${completions[active] ? `${listId}-${active}` : undefined}
      placeholder=${thread ? 'Reply…' : `Message ${name}, or / for commands`}
      value=${text}
      onInput=${({ currentTarget }) => write(currentTarget.value, currentTarget.selectionStart)}
      onSelect=${({ currentTarget }) => setCaret(currentTarget.selectionStart)}
      onKeyDown=${onKeyDown}
      onBlur=${() => setDismissed(true)}
    ></textarea>
    <button type="submit" class="button primary" aria-label="Send" disabled=${text.trim() === '' || isSending}>
      ${isSending ? html`<span class="spinner" aria-hidden="true"></span>` : '➤'}
    </button>
    <span class="visually-hidden" role="status">
      ${completions.length > 0 && `${completions.length} suggestions; Tab takes ${completions[active]?.insert}`}
    </span>
  </form>`;
}
