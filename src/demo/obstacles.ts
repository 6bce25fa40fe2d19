/** What got in the way, as somebody says it in a check-in. */
export interface ToldObstacle {
  week: number;
  by: string;
  text: string;
}

function obstacle(week: number, by: string, text: string): ToldObstacle {
  return { week, by, text };
}

export const obstacles: readonly ToldObstacle[] = [
  obstacle(1, 'bo', 'Two clients share one login and we cannot see who was locked out. Waits for Product.'),
  obstacle(1, 'marcus', 'Renewal dates in the CRM and in billing differ for nine clients.'),
  obstacle(2, 'grace', 'Alder wants its data moved from three systems; only one has an export.'),
  obstacle(2, 'sofia', 'The learning platform lost a day of course records, so completion cannot be told this week.'),
  obstacle(3, 'arjun', 'Three days of travel to Tamarind; replies waited.'),
  obstacle(4, 'chen', 'A security release took all of us for the week. Nothing new reached clients.'),
  obstacle(4, 'luca', 'Ostrava changed its project lead; we begin again with the training plan.'),
  obstacle(5, 'beatriz', 'Carnival weeks: two hotels asked to pause.'),
  obstacle(6, 'maya', 'The ticket queue was unassigned for a morning after the help desk changed its routing.'),
  obstacle(6, 'nadia', 'Feature flags for the day view cannot be set per site yet.'),
  obstacle(7, 'noor', 'Still without access to the export logs.'),
  obstacle(8, 'oliver', 'Recording room booked out until March.'),
  obstacle(9, 'tomas', 'Moved house and country on Monday; two kick-offs went to Grace.'),
  obstacle(10, 'camila', 'Delmar tests at night; their questions reach us when we sleep.'),
  obstacle(11, 'yuki', 'Adoption is counted by account; large accounts hide their quiet sites.'),
  obstacle(11, 'ana', 'Halvorsen asks for single sign-on before the last depot. Waits for Product since week 9.'),
  obstacle(12, 'emeka', 'Three tickets came back because the release note named the wrong menu.'),
  obstacle(13, 'katrin', 'No one to hand over to in August; holiday plans are due.'),
];
