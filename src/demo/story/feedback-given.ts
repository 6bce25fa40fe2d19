/** Who said what of whom, and who may read it. */
export interface GivenFeedback {
  from: string;
  about: string;
  readers: 'shared' | 'manager only' | 'anonymous';
  /** Their manager. */
  manager: string;
  /** As the form offers them. */
  behaviours: string[];
  did: string;
  caused: string;
  /** Where a strength is used next, or the step that closes a gap. */
  next: string;
  /** Of a gap. */
  nextOn?: string;
  /** Of feedback that the person does not read. */
  whyNotThem?: string;
  /** What they wrote first, until the coach marked something in it. */
  atFirst?: string;
}

export const kickOff: GivenFeedback = {
  from: 'jonas',
  about: 'ana',
  manager: 'katrin',
  readers: 'shared',
  behaviours: ['Listened', 'Clarified needs'],
  did: 'You wrote the three open questions of Halvorsen on the board and read them back before you answered one.',
  caused: 'They agreed on the plan the same day, and their depot lead drew up the second week herself.',
  next: 'In the kick-off with Quellen Foods',
};
export const ostravaCall: GivenFeedback = {
  from: 'grace',
  about: 'ana',
  manager: 'katrin',
  readers: 'shared',
  atFirst: 'You always answer before anybody has finished asking.',
  behaviours: ['Listened'],
  did: 'In the Ostrava call you answered four questions before their planner had finished asking them.',
  caused: 'She sent two of the questions again by mail after the call.',
  next: 'Open the next call with a question, and count to three before an answer',
  nextOn: '2026-03-13',
};
export const handedOver: GivenFeedback = {
  from: 'luca',
  about: 'ana',
  manager: 'katrin',
  readers: 'anonymous',
  behaviours: ['Coordinated'],
  did: 'You left a page on what was agreed with the client before you went on holiday.',
  caused: 'Nobody had to ask the client anything twice.',
  next: 'Show the page to whoever joins next',
};
export const exportFound: GivenFeedback = {
  from: 'elif',
  about: 'priya',
  manager: 'maya',
  readers: 'shared',
  behaviours: ['Turned insight into action', 'Responded'],
  did: 'You sent us the failing export with the two rows that break it, and tried the mended one the same night.',
  caused: 'The mend was out in two days, and Brightwater closed its month without a call.',
  next: 'With the payroll exports of Marlow & Pike',
};
export const oldLink: GivenFeedback = {
  from: 'hannah',
  about: 'priya',
  manager: 'maya',
  readers: 'manager only',
  whyNotThem: 'It may have been our mistake: Maya and I look at it first.',
  behaviours: ['Responded'],
  did: 'Two answers to Juno went out with the link to the course of last year.',
  caused: 'Nine night pharmacists began the old course.',
  next: 'Take links from the page of courses',
  nextOn: '2026-03-31',
};
export const dayShift: GivenFeedback = {
  from: 'camila',
  about: 'priya',
  manager: 'maya',
  readers: 'shared',
  behaviours: ['Coordinated', 'Responded'],
  did: 'You wrote down for the next shift what was tried, and what not.',
  caused: 'Delmar had its answer before their morning, without telling it all again.',
  next: 'In the first weeks of Noor',
};

export const toldAtOnce: GivenFeedback = {
  from: 'ana',
  about: 'grace',
  manager: 'katrin',
  readers: 'shared',
  behaviours: ['Responded'],
  did: 'You told me on the day of the call what you had heard, with the four questions written down.',
  caused: 'I called their planner the same evening, and she had her answers.',
  next: 'With everybody who begins',
};
export const ownNumber: GivenFeedback = {
  from: 'maya',
  about: 'emeka',
  manager: 'maya',
  readers: 'shared',
  behaviours: ['Turned insight into action'],
  did: 'You found the hours that were not yours, and asked for the routing to be looked at.',
  caused: 'The help desk mended it within the week.',
  next: 'When the new queues are set up',
};

export const sameMorning: GivenFeedback = {
  from: 'bo',
  about: 'maya',
  manager: 'marcus',
  readers: 'shared',
  behaviours: ['Responded', 'Coordinated'],
  did: 'You called the help desk the same morning, and told all of us what had happened before noon.',
  caused: 'No client was told two different things.',
  next: 'With Product, when single sign-on comes',
};

export const given: readonly GivenFeedback[] = [
  kickOff,
  ostravaCall,
  toldAtOnce,
  exportFound,
  ownNumber,
  sameMorning,
  handedOver,
  oldLink,
  dayShift,
];

export interface Asked {
  by: string;
  about: string;
  whom: string;
  aboutWhat: string;
  answerBy: string;
  /** What they made of it; nothing yet: it waits for whoever plays them next. */
  answer: GivenFeedback | { declined: string } | 'open';
}

const kickOffs = {
  by: 'ana',
  about: 'ana',
  aboutWhat: 'My part in the kick-off with Halvorsen.',
  answerBy: '2026-02-06',
};
export const asked: readonly Asked[] = [
  { ...kickOffs, whom: 'jonas', answer: kickOff },
  { ...kickOffs, whom: 'bo', answer: { declined: 'I was not in that room.' } },
  {
    by: 'maya',
    about: 'priya',
    whom: 'elif',
    aboutWhat: 'How the export of Brightwater was mended.',
    answerBy: '2026-02-13',
    answer: exportFound,
  },
  {
    by: 'ana',
    about: 'ana',
    whom: 'grace',
    aboutWhat: 'How I listened in the calls of March.',
    answerBy: '2026-04-13',
    answer: 'open',
  },
];
