import { z } from 'zod';
import { buttonAction, putValue, sendAction, setValue, suggestions } from '../person/interact.ts';
import type { LittleSlack } from '../person/little-slack.ts';
import type { Person } from '../person/person.ts';
import type { Found } from '../person/places.ts';
import { submitModal } from '../person/submit-modal.ts';
import { elementsOf } from '../workspace/block-elements.ts';
import type { Browsing, PlaceName } from './browsing.ts';
import { pickedOptions, pickedSchema, pickedValue } from './picked-value.ts';

const place = z.union([z.strictObject({ view: z.string() }), z.strictObject({ channel: z.string(), ts: z.string() })]);
const target = { place, block: z.string(), action: z.string() };
const inChannel = { in: z.string() };

/** What a window may do for the person it acts as. */
export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('press'), ...target }),
  z.strictObject({ act: z.literal('choose'), ...target, picked: pickedSchema }),
  z.strictObject({ act: z.literal('pickFromOverflow'), ...target, option: z.number().int().nonnegative() }),
  z.strictObject({ act: z.literal('suggest'), ...target, typed: z.string() }),
  z.strictObject({
    act: z.literal('submit'),
    view: z.string(),
    values: z.array(z.strictObject({ block: z.string(), action: z.string(), picked: pickedSchema })),
  }),
  z.strictObject({ act: z.literal('close'), all: z.boolean() }),
  z.strictObject({ act: z.literal('command'), text: z.string(), ...inChannel }),
  z.strictObject({ act: z.literal('say'), text: z.string(), ...inChannel, thread: z.string().exactOptional() }),
  z.strictObject({ act: z.literal('shortcut'), name: z.string() }),
  z.strictObject({ act: z.literal('messageShortcut'), name: z.string(), ...inChannel, message: z.string() }),
  z.strictObject({ act: z.literal('openHome') }),
  z.strictObject({ act: z.literal('openMessages') }),
  z.strictObject({ act: z.literal('join'), ...inChannel }),
  z.strictObject({ act: z.literal('read'), ...inChannel, ts: z.string() }),
]);

type Act = z.infer<typeof actSchema>;

export interface Actor {
  little: LittleSlack;
  person: Person;
  browsing: Browsing;
}

/** Does it; rejects with the words Slack would show. */
export async function perform({ little, person, browsing }: Actor, act: Act): Promise<object | undefined> {
  const { record } = person;
  if (record.deactivated) throw new Error(`${record.realName} is deactivated and cannot use Slack`);
  switch (act.act) {
    case 'press': {
      const found = findElement(browsing, act);
      await sendAction(little, record, found, buttonAction(found.element));
      return undefined;
    }
    case 'choose': {
      const found = findElement(browsing, act);
      await putValue(little, record, found, pickedValue(found.element, act.picked));
      return undefined;
    }
    case 'pickFromOverflow': {
      const found = findElement(browsing, act);
      const [option] = pickedOptions(found.element.element, [act.option]);
      if (option === undefined) throw new Error('This is not in the menu');
      await sendAction(little, record, found, { selected_option: option });
      return undefined;
    }
    case 'suggest':
      return { options: await suggestions(little, record, findElement(browsing, act), act.typed) };
    case 'submit':
      return submit({ little, person, browsing }, act);
    case 'close':
      if (little.slack.views.topOf(record.id)) await person.close({ all: act.all });
      return undefined;
    case 'command':
      await person.command(act.text, { in: act.in });
      return undefined;
    case 'say':
      await person.says(act.text, act.in, act.thread === undefined ? {} : { thread: act.thread });
      return undefined;
    case 'shortcut':
      await person.shortcut(act.name);
      return undefined;
    case 'messageShortcut':
      await person.messageShortcut(act.name, { in: act.in, message: act.message });
      return undefined;
    case 'openHome':
      await person.openHome();
      return undefined;
    case 'openMessages':
      await person.openMessages();
      return undefined;
    case 'join':
      await person.joins(act.in);
      return undefined;
    case 'read':
      browsing.read(act.in, act.ts);
      return undefined;
  }
}

/** Values travel with the submission: what was typed a moment ago must not arrive after it. */
async function submit({ little, person, browsing }: Actor, act: Extract<Act, { act: 'submit' }>): Promise<object> {
  const place = { view: act.view };
  const view = little.slack.views.topOf(person.id);
  if (view?.id !== act.view) throw new Error('This form is no longer open');
  for (const { block, action, picked } of act.values) {
    const found = findElement(browsing, { place, block, action });
    setValue(found.place, found.element, pickedValue(found.element, picked));
  }
  const { closed, errors, trouble, cause } = await submitModal(little, person.record, view);
  return { closed, errors, trouble, cause };
}

function findElement(browsing: Browsing, wanted: { place: PlaceName; block: string; action: string }): Found {
  const place = browsing.find(wanted.place);
  const element = elementsOf(place?.blocks ?? []).find(
    ({ blockId, actionId }) => blockId === wanted.block && actionId === wanted.action,
  );
  if (!place || !element) throw new Error('This is no longer there');
  return { place, element };
}
