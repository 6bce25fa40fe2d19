export const FEEDBACK_REQUEST = 'feedback-request';
export const FEEDBACK_REMINDER = 'feedback-reminder';
export const FEEDBACK_NEWS = 'feedback-news';
