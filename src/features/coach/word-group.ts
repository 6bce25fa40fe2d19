/** What the coach tells apart. */
export const WORDING_CLASSES = ['character', 'absolute', 'mind', 'gendered', 'insensitive', 'vague', 'effect'] as const;

export type WordingClass = (typeof WORDING_CLASSES)[number];

export const wordingClassNames: Record<WordingClass, string> = {
  character: 'a word about character',
  absolute: 'an absolute',
  mind: 'a guess at what somebody thinks or wants',
  gendered: 'a word that is said more of one gender',
  insensitive: 'a word that hurts people it is not about',
  vague: 'praise that does not say what for',
  effect: 'a judgement of the effect, not what changed',
};

/** Words that get the same hint, and where it is told that they do harm. */
export interface WordGroup {
  of: WordingClass;
  /** How to say what was done and what it caused. */
  instead: string;
  sources: readonly Source[];
  /** Marked wherever they stand. `*` is any ending, `{…}` one of the slots in word-pattern.ts, `(a|b)` a choice. */
  anywhere?: readonly string[];
  /** Marked only where they are said of a person: "she is …", "a … colleague", "I find him …". */
  ofPeople?: readonly string[];
  /** Marked in what something caused, where a text holds no other words than these and the ones around them. */
  judging?: { words: readonly string[]; around: readonly string[] };
  /** Left alone where the sentence goes on to say what was done or what it caused. */
  unlessSpecific?: true;
}

/** A long list as it is pleasant to read: with commas, over as many lines as it takes. */
export function listed(words: string): string[] {
  return words.trim().split(/,\s+/);
}

/** Where the lists were drawn from. The words are our own choice; these say why words of that kind mislead. */
export const SOURCES = {
  sbi: 'Center for Creative Leadership: Situation, Behavior, Impact (SBI)',
  correll: 'Correll, Simard: Vague Feedback Is Holding Women Back. Harvard Business Review, 2016',
  snyder: 'Snyder: The Abrasiveness Trap. Fortune, 2014',
  gaucher: 'Gaucher, Friesen, Kay: Evidence That Gendered Wording in Job Advertisements Exists. JPSP 101, 2011',
  madera: 'Madera, Hebl, Martin: Gender and Letters of Recommendation for Academia. J. Appl. Psychol. 94, 2009',
  kluger: 'Kluger, DeNisi: The Effects of Feedback Interventions on Performance. Psychol. Bull. 119, 1996',
  hattie: 'Hattie, Timperley: The Power of Feedback. Review of Educational Research 77, 2007',
  mueller: 'Mueller, Dweck: Praise for Intelligence Can Undermine Motivation. JPSP 75, 1998',
  nvc: 'Rosenberg: Nonviolent Communication (observation apart from evaluation)',
  stone: 'Stone, Heen: Thanks for the Feedback, 2014 (what was seen apart from what was read into it)',
  apa: 'American Psychological Association: Bias-Free Language (Publication Manual, 7th edition)',
  equality: 'retext-equality: its rules on condescending and exclusive words (words chosen anew)',
  ncdj: 'National Center on Disability and Journalism: Disability Language Style Guide',
} as const;

type Source = keyof typeof SOURCES;
