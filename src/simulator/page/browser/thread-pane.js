import { html } from 'htm/preact/standalone';
import { Composer } from './composer.js';
import { Scroller } from './conversation.js';
import { Message } from './message.js';
import { useSession } from './use-session.js';

export function ThreadPane() {
  const session = useSession();
  const { channel, thread } = session;
  const all = channel ? session.messagesIn(channel.id) : [];
  const root = all.find(({ ts }) => ts === thread);
  if (!thread || !root) return null;
  const replies = all.filter(({ threadTs }) => threadTs === thread);
  const close = () => {
    session.thread = undefined;
    session.changed();
  };
  return html`<aside class="pane thread-pane" aria-label="Thread" onKeyDown=${(event) => event.key === 'Escape' && close()}>
    <div class="pane-head">
      <h2>Thread</h2>
      <button type="button" class="icon-button" aria-label="Close the thread" onClick=${close}>×</button>
    </div>
    <${Scroller} key=${thread} watched=${replies.length}>
      <${Message} message=${root} channelId=${channel.id} inThread />
      <h3 class="day"><span>${replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span></h3>
      ${replies.map((reply) => html`<${Message} key=${reply.ts} message=${reply} channelId=${channel.id} inThread />`)}
    <//>
    <${Composer} channel=${channel} thread=${thread} key=${thread} />
  </aside>`;
}
