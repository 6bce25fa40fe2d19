import { listed, type WordGroup } from './word-group.ts';

/** What somebody is, rather than what they did. The same word may be said of things: those are left alone. */
export const characterWords: readonly WordGroup[] = [
  {
    of: 'character',
    instead:
      'Name the piece of work, what was missing, and what that led to: "The hand-over had no section on roles; the trainer had to ask the client again."',
    sources: ['sbi', 'kluger'],
    anywhere: [
      'laziness',
      'carelessness',
      'sloppiness',
      'lack of discipline',
      'lack of initiative',
      'lack of commitment',
      'lack of ambition',
      '(lacks|lacked|has|had) (a|any|no|the)? ?(proper )?(work ethic|discipline|initiative|backbone|ambition|commitment)',
      'poor work ethic',
      'too sloppy',
      'incompeten*',
    ],
    ofPeople: listed(`
      lazy, careless, sloppy, disorgani(s|z)ed, unorgani(s|z)ed, chaotic, messy, unreliable, irresponsible,
      negligent, undisciplined, forgetful, scatterbrained, slow, inefficient, unproductive, useless, hopeless,
      unprofessional, clueless, inept, weak, mediocre, incapable, unfit, complacent, idle, work-shy,
      superficial, shallow, incompetent, unskilled, unhelpful, uncaring, indifferent, apathetic, lethargic,
      erratic, inconsistent, unpredictable, untidy, a slacker, a procrastinator, dense, ignorant`),
  },
  {
    of: 'character',
    instead:
      'Name the words or the act, and how others went on from there: "You spoke before the client had finished, twice; they stopped explaining."',
    sources: ['sbi', 'stone'],
    anywhere: [
      'arrogance',
      'rudeness',
      'selfishness',
      '(a|an|the|his|her|your|their) (bad|poor|negative|wrong|terrible|awful|positive|selfish|arrogant) attitude',
      '(not|is|was) (really )?a (people|team) person',
      'control freak',
      'know-it-all',
      'troublemaker',
      'jerk',
      'loser',
      'bully',
      'ego',
      'big-headed',
      '(his|her|your|their) attitude {be} {very}\\p{L}+',
      '(his|her|your|their) personality',
      '(a|an) \\p{L}+ personality',
      'what (he|she|you) (is|are) like as a person',
      'bad apple',
      'nature is',
    ],
    ofPeople: listed(`
      arrogant, rude, selfish, difficult, stubborn, negative, toxic, aggressive, defensive, impatient,
      impolite, disrespectful, inconsiderate, insensitive, unfriendly, unkind, mean, nasty, hostile, cynical,
      sarcastic, condescending, patroni(s|z)ing, dismissive, egoistic, egotistical, self-centred,
      self-centered, narcissistic, manipulative, dishonest, sneaky, lying, cold, distant, aloof, grumpy, moody,
      bitter, inflexible, rigid, closed-minded, narrow-minded, opinionated, overconfident, cocky, smug, vain,
      immature, childish, petty, stingy, greedy, hot-headed, short-tempered, argumentative, confrontational,
      combative, uncooperative, unapproachable, annoying, irritating, awkward, weird, strange, controlling,
      micromanag(ing|er), power-hungry, intimidating, domineering, impulsive, reckless, thin-skinned, touchy,
      (over-?)?sensitive, ungrateful, unreasonable, obnoxious, pompous, conceited, pretentious, entitled,
      spoiled, two-faced, dramatic, pessimistic, a perfectionist, a pessimist, a cynic, a hothead, a bore, a
      snob, a gossip, a complainer, a show-off, a loner, a bully, grouchy, irritable, unpleasant, vindictive,
      judgemental, judgmental, harsh, brusque, abrupt, tactless, evasive, secretive, paternalistic`),
  },
  {
    of: 'character',
    instead:
      'Say what you saw and would like to see: "In three of four calls you said nothing; I missed your view on the import. Could you open with it next time?"',
    sources: ['sbi', 'correll'],
    anywhere: ['lack of confidence', '(lacks|lacked|has no|had no) (confidence|presence|charisma)'],
    ofPeople: listed(`
      passive, shy, timid, quiet, introverted, extroverted, insecure, indecisive, unconfident, unassertive,
      meek, weak-willed, cowardly, needy, clingy, na(i|ï)ve, gullible, anxious, nervous, uncommitted,
      unambitious, boring, dull, an introvert, an extrovert, a pushover, hesitant, unsure of
      (him|her|your)self, gloomy, stiff, unimaginative, uncreative, reserved, withdrawn`),
  },
  {
    of: 'character',
    instead:
      'Praise the deed and not the gift, so that it can be done again: "You drew the three tariffs on one page; the client chose in the call."',
    sources: ['mueller', 'kluger'],
    anywhere: [
      '(a|such a|what a|real|true|absolute) genius',
      '(born|natural) (leader|talent|communicator|speaker|salesperson|teacher|at *)',
      'a natural',
      '(is|was|not) (a|no) leader',
      '(has|had) (a|the)? ?(natural|innate|rare) (gift|talent)',
      'leadership material',
      'the (smartest|brightest|cleverest) (one|person|of|in|on)',
    ],
    ofPeople: listed(`
      brilliant, smart, intelligent, clever, bright, gifted, talented, charismatic, charming, ambitious,
      hard-working, hardworking, diligent, conscientious, loyal, dedicated, passionate, confident, humble,
      modest, honest, strong, tough, likeable, friendly, kind, nice, generous, trustworthy, detail-oriented,
      reliable, dependable, creative, proactive, enthusiastic, energetic, positive, optimistic, curious,
      mature, wise, organi(s|z)ed, professional, meticulous, thorough, efficient, competent, capable,
      knowledgeable, skilled, visionary, resilient, assertive, outgoing, patient, polite, caring, empathetic,
      sincere, sharp, gentle, warm, genuine, inspiring, driven, flexible, a workaholic, a visionary, a
      go-getter, a self-starter, a hard worker, a quick learner, a good person`),
  },
];
