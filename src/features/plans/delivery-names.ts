export const PLAN_SESSION = 'plan-session';
export const PLAN_NEWS = 'plan-news';
