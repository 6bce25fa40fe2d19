import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { input } from './block-kit.ts';
import { TYPED, textField } from './form-fields.ts';

// A form that asks a line about each person who was chosen in it: the lines come and go with the choice.

export interface PersonInputs {
  /** Begins the ids of their blocks. */
  prefix: string;
  people: readonly { id: string; name: string }[];
  label(name: string): string;
  hint?: string;
  maxLength: number;
  /** What stood there before, by person. */
  filled?: ReadonlyMap<string, string>;
}

export function personInputs({ prefix, people, label, hint, maxLength, filled }: PersonInputs): InputBlock[] {
  return people.map(({ id, name }) =>
    input({
      blockId: `${prefix}${id}`,
      label: label(name),
      optional: true,
      ...(hint !== undefined && { hint }),
      element: textField({ max_length: maxLength }, filled?.get(id)),
    }),
  );
}

/** The open form as it is, with these lines in place of those before, below the block `after`. What is typed stays. */
export function withPersonInputs(view: ViewOutput, { after, ...inputs }: PersonInputs & { after: string }): ModalView {
  const kept = (view.blocks as KnownBlock[]).filter(({ block_id: id }) => !id?.startsWith(inputs.prefix));
  const { title, submit, close, callback_id, private_metadata, notify_on_close } = view;
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    notify_on_close,
    blocks: kept.flatMap((block) => (block.block_id === after ? [block, ...personInputs(inputs)] : [block])),
  };
}

/** What was typed about these people; of nobody else, though a line of theirs may still be there. */
export function readPersonInputs(
  { values }: ViewOutput['state'],
  prefix: string,
  memberIds: readonly string[],
): { memberId: string; part: string }[] {
  return memberIds.flatMap((memberId) => {
    const part = values[`${prefix}${memberId}`]?.[TYPED]?.value?.trim();
    return part ? [{ memberId, part }] : [];
  });
}
