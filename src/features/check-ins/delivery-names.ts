export const CHECK_IN_PROMPT = 'check-in-prompt';
export const CHECK_IN_REMINDER = 'check-in-reminder';
export const MISSED_CHECK_INS = 'missed-check-ins';
