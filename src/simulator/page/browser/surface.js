import { html, useState } from 'htm/preact/standalone';
import { useConfirmation } from './confirm-dialog.js';
import { pickedFromEntry, SurfaceContext } from './element-values.js';
import { useSession } from './use-session.js';

/** Makes the elements inside work. `place` is where they are, as the server names it; `state` what they hold there. */
export function Surface({ place, state, errors, formId, drafts, onDraft, isIdle = false, children }) {
  const session = useSession();
  const { ask, dialog } = useConfirmation();
  const [own, setOwn] = useState({});
  const keyOf = (block, element) => `${block.block_id} ${element.action_id}`;
  const held = drafts ?? own;
  const hold = onDraft ?? ((key, picked) => setOwn((before) => ({ ...before, [key]: picked })));
  const target = (block, element) => ({ place, block: block.block_id, action: element.action_id });

  const surface = {
    errors,
    formId,
    isIdle: isIdle || session.isWatching,
    picked: (block, element) =>
      held[keyOf(block, element)] ?? pickedFromEntry(element, state[block.block_id]?.[element.action_id]),
    /** Typed, not yet told. */
    type: (block, element, picked) => hold(keyOf(block, element), picked),
    async pick(block, element, picked) {
      if (!(await ask(element))) return;
      hold(keyOf(block, element), picked);
      const act = { act: 'choose', ...target(block, element), picked };
      // In a form it is only kept; elsewhere the app is told, and if that fails the person must know.
      const isKept = block.type === 'input' && !block.dispatch_action;
      await (isKept ? session.actQuietly(act) : session.actAloud(act));
    },
    async press(block, element) {
      if (await ask(element)) await session.actAloud({ act: 'press', ...target(block, element) });
    },
    async choose(block, element, option) {
      if (await ask(element)) await session.actAloud({ act: 'pickFromOverflow', ...target(block, element), option });
    },
    async suggest(block, element, typed) {
      const { options } = await session.act({ act: 'suggest', ...target(block, element), typed });
      return options;
    },
  };
  return html`<${SurfaceContext.Provider} value=${surface}>${children}${dialog}<//>`;
}
