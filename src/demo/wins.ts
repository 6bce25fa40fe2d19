/** A client win as somebody tells it in a check-in. Clients are invented. */
export interface ToldWin {
  week: number;
  by: string;
  client: string;
  whatChanged: string;
  /** By handle. */
  helpers: readonly string[];
}

function win(week: number, by: string, client: string, whatChanged: string, helpers: string[]): ToldWin {
  return { week, by, client, whatChanged, helpers };
}

export const wins: readonly ToldWin[] = [
  win(
    1,
    'ana',
    'Halvorsen Logistics',
    'Their dispatchers planned a full week of routes themselves, eleven days after signing. The depot before took thirty.',
    ['jonas', 'sofia'],
  ),
  win(
    1,
    'priya',
    'Brightwater Clinics',
    'The nightly export that broke every Monday has run clean for two weeks; finance closed the month without a call to us.',
    ['elif'],
  ),
  win(
    1,
    'hannah',
    'Pinecrest Schools',
    'Fourteen caretakers finished the scheduling course before term. The office has had no how-do-I question since.',
    ['grace'],
  ),

  win(
    2,
    'beatriz',
    'Casa Verde Hotels',
    'All nine hotels book room repairs in Larkfield; the spreadsheet they mailed around is retired.',
    ['chen'],
  ),
  win(
    2,
    'bo',
    'Nordlys Energy',
    'Crews get the right parts list before the first visit. Repeat visits fell from 21 to 12 in a month.',
    ['chen', 'luca'],
  ),
  win(
    2,
    'ravi',
    'Tamarind Retail',
    'Store managers who took the mobile course close jobs the same day; their regional lead asked for it in Hindi too.',
    ['arjun'],
  ),

  win(
    3,
    'luca',
    'Ostrava Rail Parts',
    'First maintenance plan in use on day eight. Their planner told us she left at five for the first time this winter.',
    ['emeka'],
  ),
  win(
    3,
    'camila',
    'Delmar Ports',
    'Crane alarms reach the crew on shift within a minute; before, the night shift found them in the morning mail.',
    ['jonas'],
  ),
  win(
    3,
    'sofia',
    'Quellen Foods',
    'Line leads write their own checklists since the workshop, and passed the hygiene audit without our help.',
    ['katrin'],
  ),

  win(
    4,
    'grace',
    'Alder Housing',
    'Tenants see their repair date online. Calls to the front desk halved within ten days.',
    ['oliver'],
  ),
  win(
    4,
    'david',
    'Kestrel Airports',
    'Two outages last summer, none since we went through their setup with them; they let the standby contract go.',
    ['arjun'],
  ),

  win(
    5,
    'tomas',
    'Silverbirch Insurance',
    'Assessors upload photos on site, and claims that waited nine days are decided in four.',
    ['elif', 'hannah'],
  ),
  win(
    5,
    'emeka',
    'Marlow & Pike',
    'Their rota now feeds the old payroll system: 140 people were paid on time without a correction by hand.',
    ['jonas'],
  ),
  win(
    5,
    'ravi',
    'Juno Pharmacies',
    'Night staff learnt the fridge log from a six-minute lesson; the branches stopped keeping paper beside it.',
    ['priya'],
  ),

  win(
    6,
    'ana',
    'Juno Pharmacies',
    'Fridge checks are logged by phone in all 60 branches; the inspector needed one hour instead of a day.',
    ['bo'],
  ),
  win(
    6,
    'elif',
    'Brightwater Clinics',
    'Nurses find a free room in two taps with the new day view; equipment that was never collected fell by a third.',
    ['priya', 'oliver'],
  ),

  win(
    7,
    'katrin',
    'Nordlys Energy',
    'The second region was live in twelve days, because crews of the first one taught it.',
    ['ravi'],
  ),
  win(7, 'arjun', 'Tamarind Retail', 'Old tablets sync in seconds again; 300 stores close their day before midnight.', [
    'jonas',
  ]),

  win(
    8,
    'noor',
    'Pinecrest Schools',
    'A locked-out school was back at work in twenty minutes, and wrote the fix into its own handbook.',
    ['beatriz'],
  ),
  win(
    8,
    'elif',
    'Delmar Ports',
    'Shift handover happens in Larkfield now: the yard stands still eleven minutes a day instead of forty.',
    ['sofia'],
  ),

  win(
    9,
    'luca',
    'Quellen Foods',
    'The Lyon plant started in a week, with a plan copied from Dresden by their own people.',
    ['maya'],
  ),
  win(
    9,
    'chen',
    'Kestrel Airports',
    'Gate teams see delays as they happen; they dropped the radio channel they kept only for that.',
    ['hannah'],
  ),

  win(10, 'grace', 'Halvorsen Logistics', 'Renewed for three years, and named the first eleven days as the reason.', [
    'priya',
    'elif',
  ]),
  win(
    10,
    'oliver',
    'Alder Housing',
    'Their own trainer runs the course now. New repair staff work alone after two days, not two weeks.',
    ['tomas'],
  ),

  win(
    11,
    'beatriz',
    'Casa Verde Hotels',
    'Two hotels they bought in January joined by themselves, from the checklist we left them.',
    ['camila'],
  ),
  win(
    11,
    'sofia',
    'Ostrava Rail Parts',
    'Fitters finish the safety course on the phone; late inspections went from nineteen to four.',
    ['jonas'],
  ),

  win(
    12,
    'tomas',
    'Silverbirch Insurance',
    'Storm week: 2,100 assessments planned in three days, and nobody called us at night.',
    ['ravi'],
  ),
  win(
    12,
    'bo',
    'Nordlys Energy',
    'First-visit repairs at 93 of 100, from 79 in January; they showed it to their board.',
    ['elif'],
  ),

  win(
    13,
    'ana',
    'Halvorsen Logistics',
    'Every depot is live, a quarter early. Their operations head offers to speak for us.',
    ['maya', 'sofia', 'chen'],
  ),
  win(13, 'priya', 'Brightwater Clinics', 'Four more clinics signed after a month without a single export ticket.', [
    'marcus',
  ]),
];

/** What Camila makes of hers once the figures are in, days after the digest told it. */
export const rewordedWin = {
  before: 'within a minute',
  after: 'within forty seconds, measured over a whole week',
};
