import type { WordGroup } from './coach-group.ts';

/** Nobody sees what another wants, thinks or feels; what they said or did can be seen. */
export const mindWords: readonly WordGroup[] = [
  {
    of: 'mind',
    instead:
      'Say what you saw that makes you think so, and ask: "The mail of Tuesday had no answer by Friday. What got in the way?"',
    sources: ['stone', 'nvc'],
    anywhere: [
      '{who} {never}(cares|cared)( about)?',
      '{who} {doesnt} (really |even )?(care|bother|mind|like|love|want|wish|respect|value|appreciate|believe|feel like|see the point|take .{1,30} seriously)',
      '{who} (couldn.t|could not) care less',
      '{who} (hates|hated|loves|loved|enjoys|enjoyed|resents|resented|despises|envies|fears|dislikes|disliked)',
      '{who} {be} {very}(interested|motivated|engaged|jealous|envious|bored|scared|afraid|frightened|threatened|offended|resentful|indifferent|unmotivated|demotivated|disengaged|disinterested|uninterested|unwilling)',
      '{who} (has|had|shows|showed) (no|little|lost) (interest|motivation|respect|desire|wish|will)',
      '{who} (has|had) lost (all )?(interest|motivation|heart)',
      '{who} (feels?|felt) (superior|inferior|threatened|jealous|attacked|bored|entitled|insecure|that|like|as if)',
    ],
  },
  {
    of: 'mind',
    instead:
      'Leave the motive out and say what happened, and what followed: "We got the dates on Thursday, after the client had them."',
    sources: ['stone', 'sbi'],
    anywhere: [
      '{who} {very}(just|only|simply|really|secretly|clearly|obviously|probably) (wants?|wanted|cares?|cared|thinks?|thought|believes?|enjoys?|hopes?|hoped|needs?|needed|intends?|intended)',
      '{who} (only|just) (\\p{L}+ed|did it|does it) (it )?(because|to)',
      '{who} (wants?|wanted) (to )?(look|look good|attention|power|credit|get rid|shine|avoid|impress|win|be seen|the budget|control)',
      '{who} {be} {very}(trying|hoping|planning|plotting|looking) (to|for|that) (a way out|an excuse|excuses|look|make|embarrass|avoid|hide|impress|undermine|sabotage|get out|nobody|take credit|blame|cover)',
      '{who} (thinks?|thought|believes?|believed|imagines?|assumes?|assumed) (that )?(he|she|they|you|his|her|their|we|rules|documentation|support|everyone|nobody|others|the team|it|this)',
      '{who} {very}(thinks|believes) \\p{L}+ (is|are|was|were) (beneath|below|worthless|useless|stupid|wrong)',
      '{who} (pretends?|pretended) (to|that)',
      '{who} (intends?|intended|means?|meant|decided|chose) to (leave|hurt|ignore|hide|undermine|keep)',
      '{who} (acts?|acted|behaves?|behaved) as if',
      'deliberate(ly)?',
      'on purpose',
      'maliciously',
      'wilfully',
      '(hidden|real|own|secret|personal) agenda',
      'ulterior motive*',
      'passive-aggressive*',
      '(out of|from) (spite|jealousy|envy|malice|laziness|fear)',
      'in bad faith',
    ],
  },
];
