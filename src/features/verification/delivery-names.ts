export const VERIFICATION_LIST = 'verification-list';
export const RETURNED_VALUES = 'returned-values';
export const CHALLENGE = 'challenge';
export const CHALLENGE_ANSWER = 'challenge-answer';
