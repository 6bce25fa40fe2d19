import type { WordGroup } from './coach-group.ts';

/** One exception disproves them, and then it is the exception that is talked about. */
export const absoluteWords: readonly WordGroup[] = [
  {
    of: 'absolute',
    instead:
      'Say how often, or when the last time was: "In two of the last four calls", "on 3 and 10 May". Then what it caused.',
    sources: ['nvc', 'stone'],
    anywhere: [
      'always',
      'never',
      'never once',
      'not (even )?once',
      'constantly',
      'continually',
      'continuously',
      'perpetually',
      'invariably',
      'incessantly',
      'endlessly',
      'every time',
      'each time {who}',
      'every single',
      'each and every',
      'all the time',
      'at all times',
      'time and again',
      'without exception',
      'without fail',
      '{who} {be} forever',
      '100 ?% of the time',
    ],
  },
  {
    of: 'absolute',
    instead: 'Say who, and what they told you: "Two trainers asked me on Friday what the date was."',
    sources: ['nvc', 'sbi'],
    anywhere: [
      '(everyone|everybody) (says|knows|thinks|agrees|feels|complains|sees|hates|loves|finds|believes|can see|is|has|else)',
      '(nobody|no one|no-one) (ever|understands|knows|likes|wants|can|trusts|believes|follows|reads|listens|here|on the team|in the team|else)',
      'there is (nobody|no one|no-one)',
      'the (whole|entire) (team|company|department|office) (says|knows|thinks|agrees|feels|complains|sees|hates|finds|believes)',
    ],
  },
  {
    of: 'absolute',
    instead: 'Name the part that was missing and leave the rest standing: "The note had no date."',
    sources: ['nvc', 'sbi'],
    anywhere: [
      '(?<!for )all (he|she|you|they) (does|did|do|ever|can|could)',
      '(does|did|do) nothing',
      'nothing but',
      "(can't|cannot|could not|couldn't) do anything",
      'nothing (that )?(he|she|you|they) (does|did|do|say|says|said)',
      'everything (he|she|you|they) (does|did|do|touches|says|said|writes)',
      'not (one|a single) of',
      'not a single',
      'impossible to',
      '{who} (totally|completely|utterly|absolutely|entirely) *',
      '{who} {be} (totally|completely|utterly|absolutely|entirely) *',
    ],
  },
];
