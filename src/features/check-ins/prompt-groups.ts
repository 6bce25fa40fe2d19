/** A check-in about which somebody will be asked, in the message that its group names. */
export interface PromptedCheckIn {
  id: string;
  memberId: string;
  promptAt: Date;
  promptGroup: string;
}

/** One message to one member, and the check-ins it asks, the first due first. */
export interface PromptGroup {
  promptGroup: string;
  memberId: string;
  dueAt: Date;
  checkIns: PromptedCheckIn[];
}

/** What falls due within so long is asked in one message. */
export const TOGETHER_MILLISECONDS = 15 * 60_000;
/** More would not fit a message with every answer in it. */
const MOST_TOGETHER = 5;

/**
 * Which check-ins are asked together: those of one member that fall due within a quarter of an hour of the first of them.
 * A message that waits already (`isWaiting`) takes up what falls due with it.
 */
export function groupPrompts(
  checkIns: readonly PromptedCheckIn[],
  isWaiting: (checkIn: PromptedCheckIn) => boolean,
): PromptGroup[] {
  return [...Map.groupBy(checkIns, ({ memberId }) => memberId).values()].flatMap((own) => {
    const groups: PromptGroup[] = [];
    const inOrder = [...own].sort(
      (a, b) =>
        Number(isWaiting(b)) - Number(isWaiting(a)) ||
        a.promptAt.getTime() - b.promptAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    );
    for (const checkIn of inOrder) {
      const group = groups.find((one) => takes(one, checkIn, isWaiting(checkIn)));
      if (group) group.checkIns.push(checkIn);
      else groups.push(groupOf(checkIn));
    }
    return groups;
  });
}

function groupOf(checkIn: PromptedCheckIn): PromptGroup {
  const { promptGroup, memberId, promptAt: dueAt } = checkIn;
  return { promptGroup, memberId, dueAt, checkIns: [checkIn] };
}

function takes({ promptGroup, dueAt, checkIns }: PromptGroup, checkIn: PromptedCheckIn, isWaiting: boolean): boolean {
  if (isWaiting) return promptGroup === checkIn.promptGroup;
  const apart = Math.abs(checkIn.promptAt.getTime() - dueAt.getTime());
  return apart <= TOGETHER_MILLISECONDS && checkIns.length < MOST_TOGETHER;
}
