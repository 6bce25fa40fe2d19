import type { FindMessagesShowing } from '../observations/refresh-shown-numbers.ts';
import { findManagersTold } from '../signals/find-signals-showing.ts';
import { CHECK_IN_PROMPT, MISSED_CHECK_INS } from './delivery-names.ts';
import { findPromptsOf } from './store.ts';

/** Members' own copies of what they answered, and what managers were told of early trouble. */
export const findCheckInsShowing: FindMessagesShowing = async (db, query) => {
  const checkInIds = query.changed.flatMap(({ checkInId }) => checkInId ?? []);
  const prompts = await findPromptsOf(db, query.workspaceId, checkInIds);
  const tellings = await findManagersTold(db, query);
  return [
    ...prompts.map((occurrence) => ({ kind: CHECK_IN_PROMPT, occurrence })),
    ...tellings.map((occurrence) => ({ kind: MISSED_CHECK_INS, occurrence })),
  ];
};
