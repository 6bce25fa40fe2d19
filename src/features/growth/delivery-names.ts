export const LESSONS_NOTE = 'lessons-note';
