import { listed, type WordGroup } from './word-group.ts';

/** By these an effect is judged, and none of them says what it was. */
const JUDGING = listed(`
  good, great, nice, fine, ok, okay, well, better, best, positive, positively, excellent, fantastic, amazing, awesome,
  wonderful, brilliant, perfect, super, superb, cool, lovely, solid, smooth, smoothly, easy, easier, productive, effective,
  successful, success, successfully, helpful, useful, valuable, beneficial, important, impressive, impressed, happy, happier,
  pleased, satisfied, satisfaction, glad, grateful, thankful, delighted, excited, motivated, motivating, motivation, inspired,
  inspiring, encouraging, relieved, comfortable, confident, pleasant, pleasure, joy, fun, thrilled, proud, surprised,
  bad, badly, worse, worst, poor, poorly, negative, negatively, unhappy, upset, annoyed, annoying, angry, sad, frustrated,
  frustrating, frustration, disappointed, disappointing, confused, confusing, confusion, stressed, stress, stressful, awkward,
  uncomfortable, unpleasant, dissatisfied, demotivated, demotivating, chaos, chaotic, terrible, awful, horrible, difficult,
  help, helps, helped, helping, benefit, benefits, benefited, benefitted, improve, improves, improved, improvement, improvements,
  worked, works, love, loved, loves, like, liked, enjoy, enjoyed, appreciate, appreciated, appreciates, appreciation,
  impact, impacts, impacted, difference, influence, influenced, value, contributed, contributes, contribution,
  problem, problems, issue, issues, none, nothing, n/a
`);

/** These stand around those, and say as little. */
const AROUND = listed(`
  a, an, the, this, that, these, it, its, it's, that's, there, here, which, what, and, or, but, so, as, than, also, too, just,
  of, on, in, for, to, with, from, by, at, about, over, after, during, around, overall, general, generally,
  am, is, are, was, were, be, been, being, has, have, had, having, do, does, did, get, gets, got, become, became, make, makes,
  made, making, go, goes, went, gone, run, runs, ran, feel, feels, felt, find, found, seem, seems, seemed, look, looked, give,
  gives, gave, bring, brings, brought, add, adds, added, create, creates, created, cause, causes, caused, leave, left, turned,
  out, came, come, up, down, raised, increased, boosted, can, could, would, will, think, thought,
  not, no, without, any, very, really, much, many, more, most, less, lot, lots, quite, rather, pretty, big, bigger, huge,
  massive, major, significant, significantly, real, truly, true, extremely, incredibly, highly, greatly, high, higher, strong,
  stronger, clearly, definitely, certainly, totally, absolutely, always, again, little, bit, some, still, now, then, all,
  every, whole, entire, both, each, other, others, only, such, kind, sort, especially, finally, everywhere,
  i, me, my, we, us, our, you, your, he, him, his, she, her, they, them, their, who, everyone, everybody, everything, everyone's,
  anyone, people, person, somebody, someone, nobody, group, team, teams, team's, teammates, colleague, colleagues, client, clients,
  client's, customer, customers, partner, partners, user, users, sponsor, stakeholder, stakeholders, manager, management, company,
  department, organisation, organization, business, side, sides, involved,
  effect, effects, result, results, outcome, outcomes, consequence, consequences, impression, impressions, atmosphere, mood,
  morale, spirit, energy, vibe, vibes, feeling, feelings, experience, feedback, reaction, reactions, thing, things, stuff, way,
  situation, work, day, time, start, end, quality, collaboration, cooperation, co-operation, communication, relationship,
  relationships, trust, teamwork, performance, delivery, project, projects, product, meeting, meetings, call, calls, workshop,
  session, presentation, demo, launch, release, process, rest
`);

/** "It helped" can be said of anything. Left alone as soon as one word tells what happened. */
export const effectWords: readonly WordGroup[] = [
  {
    of: 'effect',
    instead:
      'Say what changed, and for whom: "The client had the answer before their board met, and Bo had one call less."',
    sources: ['sbi', 'hattie'],
    judging: { words: JUDGING, around: AROUND },
  },
];
