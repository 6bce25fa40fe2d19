import { given } from './feedback-given.ts';

const opened = [
  { handle: 'ana', typed: 'home' },
  { handle: 'grace', typed: 'home' },
  { handle: 'elif', typed: 'home' },
  { handle: 'ana', typed: '/plan' },
  { handle: 'priya', typed: '/plan' },
  { handle: 'ana', typed: '/feedback' },
  ...given.flatMap(({ about, manager }) => [
    { handle: about, typed: '/feedback about me' },
    { handle: manager, typed: `/feedback about @${about}` },
  ]),
  { handle: 'maya', typed: '/feedback' },
  { handle: 'ingrid', typed: '/throughline voice' },
  { handle: 'ana', typed: '/throughline form' },
  { handle: 'elif', typed: '/win list' },
  { handle: 'nadia', typed: '/win client Marlow & Pike' },
  { handle: 'sofia', typed: '/throughline initiatives' },
  { handle: 'jonas', typed: '/throughline waiting' },
  { handle: 'camila', typed: '/throughline experiments' },
  { handle: 'hannah', typed: '/throughline lessons' },
  { handle: 'ana', typed: '/throughline goals' },
  { handle: 'katrin', typed: '/throughline goals @ana' },
  { handle: 'emeka', typed: '/progress' },
  { handle: 'marcus', typed: '/progress team support' },
  { handle: 'ingrid', typed: '/throughline sources' },
  { handle: 'priya', typed: '/throughline looks' },
];

/** Who looks at what when the story is over, each of it once. */
export const readings: readonly { handle: string; typed: string }[] = [
  ...new Map(opened.map((one) => [`${one.handle} ${one.typed}`, one])).values(),
];
