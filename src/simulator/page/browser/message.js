import { html } from 'htm/preact/standalone';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { fullDay, timeOfDay } from './dates.js';
import { emojiCharacter } from './emoji.js';
import { MenuButton } from './menu-button.js';
import { Mrkdwn } from './mrkdwn.js';
import { Picture } from './picture.js';
import { Surface } from './surface.js';
import { useSession } from './use-session.js';

/** `isFollowing`: right after another of the same author, so drawn without the head. */
export function Message({ message, channelId, isFollowing = false, replies = [], inThread = false }) {
  const session = useSession();
  const { parts, people, person } = session;
  const { app } = parts.team;
  const isApp = message.userId === app.id;
  const author = people.find(({ id }) => id === message.userId);
  const name = isApp ? app.name : (author?.name ?? message.userId);
  const zone = person?.timeZone ?? 'UTC';
  const at = Number(message.ts) * 1000;
  const time = timeOfDay(at, zone);
  const classes = ['message', isFollowing && 'is-following', message.isOnlyForYou && 'is-ephemeral'];
  return html`<article class=${classes.filter(Boolean).join(' ')} aria-label=${`${name}, ${time}`} data-ts=${message.ts}>
    <div class="message-side">
      ${isFollowing ? html`<time class="side-time">${time}</time>` : html`<${Avatar} person=${author} isApp=${isApp} />`}
    </div>
    <div class="message-main">
      ${message.isOnlyForYou && html`<p class="only-you"><span aria-hidden="true">◉</span> Only visible to you</p>`}
      ${
        !isFollowing &&
        html`<header class="message-head">
          <strong>${name}</strong>${isApp && html`<span class="badge">APP</span>`}
          <time title=${`${fullDay(at, zone)}, ${time}`}>${time}</time>
        </header>`
      }
      <${Surface} place=${{ channel: channelId, ts: message.ts }} state=${message.state ?? {}}>
        <${MessageBody} message=${message} />
      <//>
      ${message.isEdited && html`<span class="quiet edited">(edited)</span>`}
      ${replies.length > 0 && html`<${ThreadLink} message=${message} replies=${replies} />`}
    </div>
    ${!message.isOnlyForYou && html`<${MessageMenu} message=${message} channelId=${channelId} inThread=${inThread} />`}
  </article>`;
}

function MessageBody({ message }) {
  const { blocks, attachments, text, files, reactions } = message;
  return html`<div class="message-body">
    ${blocks.length > 0 ? html`<${Blocks} blocks=${blocks} />` : text && html`<div class="block text"><${Mrkdwn} text=${text} /></div>`}
    ${attachments.map(
      (attachment) => html`<div class="attachment">
        ${attachment.pretext && html`<div class="text"><${Mrkdwn} text=${attachment.pretext} /></div>`}
        ${attachment.blocks ? html`<${Blocks} blocks=${attachment.blocks} />` : html`<${Mrkdwn} text=${attachment.text ?? attachment.fallback ?? ''} />`}
      </div>`,
    )}
    ${files.map((file) => html`<${SharedFile} key=${file.id} file=${file} />`)}
    ${
      reactions.length > 0 &&
      html`<p class="reactions">
        ${reactions.map(({ name, count }) => html`<span class="reaction" title=${name}>${emojiCharacter(name) ?? `:${name}:`} ${count}</span>`)}
      </p>`
    }
  </div>`;
}

function SharedFile({ file }) {
  if (file.isImage) return html`<${Picture} source=${`/page/pictures/${file.id}`} words=${file.altText} />`;
  return html`<p class="file"><span aria-hidden="true">▤</span> ${file.name}</p>`;
}

function ThreadLink({ message, replies }) {
  const session = useSession();
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  const open = () => {
    session.thread = message.ts;
    session.changed();
  };
  return html`<button type="button" class="thread-link" onClick=${open}>
    ${count} <span class="thread-view quiet">View thread</span>
  </button>`;
}

function MessageMenu({ message, channelId, inThread }) {
  const session = useSession();
  const { team } = session.parts;
  const shortcuts = team.shortcuts.filter(({ kind }) => kind === 'message');
  const isReadOnly = session.place.kind === 'messages' && team.app.messagesTabReadOnly;
  const items = [
    ...(inThread || isReadOnly
      ? []
      : [
          {
            text: 'Reply in thread',
            run() {
              session.thread = message.threadTs ?? message.ts;
              session.changed();
            },
          },
        ]),
    ...shortcuts.map(({ name }) => ({
      text: name,
      more: team.app.name,
      run: () => session.actAloud({ act: 'messageShortcut', name, in: channelId, message: message.ts }),
    })),
  ];
  if (items.length === 0 || session.isWatching) return null;
  return html`<div class="message-menu"><${MenuButton} label="More to do with this message" items=${items}>⋯<//></div>`;
}
