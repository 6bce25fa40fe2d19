/** Somebody who is spoken of: a pronoun, a name, or a colleague by their work. */
const NOT_A_NAME = [
  'The|This|That|These|Those|It|Its|There|Here|What|Which|Who|When|Where|Why|How|If|In|On|At|As|And|But|Or|So|For|From|To|Of|By|With',
  'A|An|Our|My|His|Her|Your|Their|One|Two|All|Each|Every|Some|Many|Most|Both|Nothing|Everything|Everyone|Everybody|Nobody|After|Before|During|Because',
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December',
].join('|');

const slots: Record<string, string> = {
  who: `(?:[Hh]e|[Ss]he|[Yy]ou|[Tt]hey|(?!(?:${NOT_A_NAME})(?!\\p{L}))\\p{Lu}\\p{Ll}+|(?:[Tt]he|[Oo]ur|[Tt]his|[Tt]hat) (?:colleague|engineer|trainer|analyst|lead|developer|account (?:owner|manager)))`,
  them: `(?:him|her|you|them|(?!(?:${NOT_A_NAME})(?!\\p{L}))\\p{Lu}\\p{Ll}+)`,
  be: "(?:(?:can |could |would |will |may |might |must |should |to )?(?:be|seem|sound|look|act|come across as|appear)|(?:has|have|had) (?:been|become)|is being|was being|is|are|was|were|'s|'re|seems|seemed|appears|appeared|sounds|sounded|looks|looked|acts|acted|gets|got|became|becomes|remains|comes across as|came across as|come across as)",
  doesnt: "(?:do|does|did)(?:n't| not)(?: \\p{L}+ly)?",
  never: '(?:never |hardly |always |only )?',
  very: '(?:(?:a bit|a little|rather|quite|too|so|very|really|just|often|simply|extremely|sometimes|kind of|somewhat|pretty|incredibly|not|never|always|honestly|clearly|obviously|truly|more|most|the most|such|a|an|the|somewhat|totally|completely|unusually) )*',
};

const PEOPLE =
  '(?:person|people|colleague|teammate|guy|man|woman|engineer|leader|manager|worker|employee|attitude|behaviou?r|soul|character|nature|manner|individual|hand-over by|type|team member|communicator)';

/** Not inside a longer word, nor before a hyphen: `always-on` is not `always`. */
const START = '(?<![\\p{L}\\p{N}]|\\p{L}-)';
const END = '(?![\\p{L}\\p{N}]|-\\p{L})';

/** All of these in one: several hundred patterns one by one would cost half a second at their first use. */
export function patternOfAny(all: readonly string[]): RegExp {
  return new RegExp(`${START}(?:${all.map(readPattern).join('|')})${END}`, 'gu');
}

/** The ways to say one of these words of a person. The word is the first group that is set. */
export function patternsOfPeople(words: readonly string[]): RegExp[] {
  const said = `(${words.map(readPattern).join('|')})`;
  const [who, be, very, them] = ['who', 'be', 'very', 'them'].map((slot) => slots[slot] ?? '');
  const ways = [
    `${who}(?: ${be}|'s|'re) ${very}(?:(?!and )\\p{L}+,? and )?${said}`,
    `${said}(?: and \\p{L}+(?:-\\p{L}+)?)? ${PEOPLE}`,
    `(?:find|found|call|called|describe|described|consider|considered|experience|see|perceive) ${them} (?:as |to be )?${very}${said}`,
  ];
  return ways.map((way) => new RegExp(`${START}(?:${way.replaceAll(/ (?!\*)/g, '\\s+')})${END}`, 'gu'));
}

/** Letters stand for either case. Names in slots must be written large, so that no flag can do it. */
function readPattern(words: string): string {
  const pieces = words.split(/(\{[a-z]+\}|\\p\{L\}\+?|\[[^\]]*\])/);
  return pieces
    .map((piece) => {
      const slot = /^\{([a-z]+)\}$/.exec(piece)?.[1];
      if (slot !== undefined) return (slots[slot] ?? '').replaceAll(/ (?!\*)/g, '\\s+');
      if (/^(?:\\p|\[)/.test(piece)) return piece;
      return piece
        .replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
        .replaceAll(/\((?!\?)/g, '(?:')
        .replaceAll(/ (?!\?)/g, '\\s+')
        .replaceAll('*', "[\\p{L}']*");
    })
    .join('');
}
