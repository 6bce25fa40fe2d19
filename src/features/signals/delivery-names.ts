export const SIGNALS_TO_MEMBER = 'signals-to-member';
