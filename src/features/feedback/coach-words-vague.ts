import type { WordGroup } from './coach-group.ts';

const PRAISE =
  '(great|good|nice|excellent|fantastic|amazing|awesome|wonderful|terrific|superb|brilliant|outstanding|incredible|fabulous|stellar|super|solid|strong|lovely|perfect|exceptional|impressive|phenomenal|marvellous|top)';
const WORK =
  '(jobs?|works?|efforts?|performance|results?|attitude|colleague|teammate|person|guy|contribution|contributor|quarter|year|week|energy|spirit|partner|employee|stuff|leader|manager|member)';

/** Pleasant, and nothing to go by. Left alone where the same text says what was done or what it caused. */
export const vagueWords: readonly WordGroup[] = [
  {
    of: 'vague',
    unlessSpecific: true,
    instead:
      'Say which act you mean and what it changed: "You sent the agenda a day ahead; the security team came prepared."',
    sources: ['correll', 'hattie', 'sbi'],
    anywhere: [
      `${PRAISE} ${WORK}`,
      `${PRAISE} (team )?player`,
      'team player',
      'well done',
      '(keep|keeps) (it|this) up',
      'keep up the',
      'way to go',
      'good stuff',
      'congrat*',
      'you rock',
      'rock ?star*',
      'super ?star*',
      '(a|such a|what a|real) star',
      'superhero*',
      'you are the best',
      '(is|was|are|you) simply the best',
      '(a|an)? ?(absolute |real |true |such a )?(pleasure|joy|delight) to (work|have)',
      '(love|loved|enjoy|enjoyed|like|liked|happy|glad|lucky) (to work|working) with',
      '(so |very |really )?(happy|glad|lucky) to have (him|her|them|you)',
      '(could not|couldn.t) be happier',
      'for (everything|all you do|all that you do|all your (help|work|efforts?))',
      '(super|so|very|really|always|incredibly|extremely) helpful',
      'helpful colleague',
      '{who} (did|does|is doing|has done) (very |really |so )?(well|great|good|fine|amazing)',
      `{who} {be} {very}(great|awesome|amazing|fantastic|wonderful|excellent|outstanding|terrific|fabulous|incredible|perfect|the best|the greatest)`,
      `{who} {be} (a )?{very}(valuable|valued|great|key|important) (asset|member|part|addition)`,
      '(valuable|valued|great) (asset|member)',
      '^(awesome|amazing|fantastic|perfect|excellent|great|brilliant|outstanding|wonderful|bravo|kudos)(?=[!,. ])',
      'above and beyond',
      'extra mile',
      '(nailed|crushed|killed|smashed|aced) it',
      '(gives?|gave) (it )?(100|110|120|200)',
      '(ten|10) out of (ten|10)',
      'as usual',
      '(everything|all) (about|in) (his|her|your|their) \\p{L}+ {be}',
      'no complaints',
      'nothing to improve',
      'big (fan|thanks)',
      'could not have done it without',
    ],
  },
];
