/** Stands where Slack never told a zone; `doctor` lists who has it. */
export const UNKNOWN_TIME_ZONE = 'Etc/UTC';
