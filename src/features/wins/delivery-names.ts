export const WIN_DIGEST = 'win-digest';
export const WIN_DIGEST_STORIES = 'win-digest-stories';
export const WIN_PART = 'win-part';
