/** Lowest first. A feature may use those above it in this list, and none below. */
export const featureOrder = [
  ['people', 'who is there, where they live, who manages whom'],
  ['governance', 'who may see whose evidence and the log of who looked; which systems may send'],
  ['metrics', 'what is measured and what it means; how the work of a role reaches the client'],
  ['observations', 'the values: how they come on record, which of them stand, and what stands behind each'],
  ['intake', 'values that programs send and files bring'],
  ['verification', 'what those who answer for numbers say of them: verdicts, challenges, sources that differ'],
  ['signals', 'what is worth talking about in the numbers, what people say it means, and pictures of it'],
  ['plans', 'what was agreed to aim at, who signed it, how much of it is attained'],
  ['coach', 'neutral wording: marks words that say little, and shows what to say instead'],
  ['feedback', 'what colleagues saw somebody do, who reads it, and what it comes to over time'],
  ['customer-voice', 'what customers said, on which scale, and the form by which they say it'],
  ['initiatives', 'work that several functions share, and what one team waits for from another'],
  ['growth', 'bottlenecks, experiments and what they taught; no score knows of them'],
  ['wins', 'client success stories and their weekly digest'],
  ['check-ins', 'asking and answering; an answer brings values and wins'],
  ['reviews', 'the evidence before each formal review'],
  ['progress', 'what a person may see of what others reported'],
  ['home', "a person's own page, made of all that"],
  ['deliveries', 'how the send-out goes, and what could not be sent'],
  ['workspaces', 'the workspace file, and what it puts in force'],
  ['help', 'what one can do here, and whom to ask'],
] as const;

type Kind = 'rule' | 'names' | 'message' | 'page' | 'form' | 'store' | 'step' | 'surface' | 'timed work';

interface KindRules {
  kind: Kind;
  named: RegExp;
  /** Kinds whose code it may run, in its own feature. Types may come from any. */
  runs: readonly Kind[];
  /** Whether features below it in the list, and the command line and the demo, may use it. */
  isForOthers: boolean;
  /** Parts of the platform whose code it may run; absent, any. A pure file has a short list. */
  platform?: RegExp;
  packages?: RegExp;
}

const VERBS = 'apply|create|find|freeze|gather|identify|load|open|record|resend|refresh|submit|sync|take-up';
const values = /^(zod|yaml|date-fns|@date-fns\/tz)$/;
const words =
  /^src\/platform\/(time|slack\/(block-kit|block-kit\/text-length|closest-word|command-help|form-fields|known-commands|meanwhile|mrkdwn|person-inputs|picture|rich-text|slack-time|notice-view|pages|with-typed)\.ts)/;

/** The first line whose pattern fits a file's name tells its kind. What fits nothing else is a rule: noun or question. */
const fileKinds: readonly KindRules[] = [
  {
    kind: 'surface',
    named: /^(slack|http)$/,
    runs: ['step', 'form', 'message', 'page', 'rule', 'names'],
    isForOthers: false,
  },
  { kind: 'timed work', named: /^jobs$/, runs: ['step', 'store', 'message', 'rule', 'names'], isForOthers: false },
  { kind: 'names', named: /^delivery-names$/, runs: [], isForOthers: false },
  { kind: 'store', named: /^(.+-)?store$/, runs: ['store', 'rule'], isForOthers: false },
  {
    kind: 'step',
    named: new RegExp(`^(${VERBS})-`),
    runs: ['step', 'store', 'form', 'message', 'rule', 'names'],
    isForOthers: true,
  },
  {
    kind: 'form',
    named: /-form$/,
    runs: ['form', 'message', 'rule'],
    isForOthers: false,
    platform: words,
    packages: values,
  },
  {
    kind: 'page',
    named: /-page$/,
    runs: ['rule'],
    isForOthers: false,
    platform: /^src\/platform\/(time|web\/(html|page)\.ts)/,
  },
  {
    kind: 'message',
    named: /-(message|view|button)$/,
    runs: ['message', 'rule'],
    isForOthers: true,
    platform: words,
    packages: values,
  },
  {
    kind: 'rule',
    named: /./,
    runs: ['rule'],
    isForOthers: true,
    platform: /^src\/platform\/(time\/|slack\/closest-word\.ts)/,
    packages: values,
  },
];

export interface FeatureFile extends KindRules {
  feature: string;
}

export function featureFile(path: string): FeatureFile | undefined {
  const [, feature, name] = /^src\/features\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? [];
  const rules = fileKinds.find(({ named }) => name !== undefined && named.test(name));
  return feature !== undefined && rules ? { feature, ...rules } : undefined;
}
