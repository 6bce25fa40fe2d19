import type { WorkingCalendar } from '../../../src/features/people/working-calendar.ts';

/** Monday to Friday, no holidays, never quiet, never away, unless said otherwise. */
export function calendar(differences: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    timeZone: 'Etc/UTC',
    workingDays: [1, 2, 3, 4, 5],
    holidayRegion: null,
    companyHolidays: [],
    quietFrom: '00:00',
    quietUntil: '00:00',
    absences: [],
    ...differences,
  };
}
