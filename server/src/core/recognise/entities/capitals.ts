import { TokenFlag } from '../../text/tokens.ts';
import type { EntityType } from '../mentions.ts';
import { endingsOf } from './forms.ts';
import { WordClass } from './lexicon.ts';
import { hasLocalEnding, type Reading, type Run, textOf, type Word } from './words.ts';

type TypeGuess = readonly [type: EntityType, why: string, score: number];

const notInName =
  WordClass.title | WordClass.calendar | WordClass.link | WordClass.conjunction | WordClass.article;
/** Guesses with this score or a higher one rest on more than a capital or an ending. */
const firm = 14;

/** What is left: capitalised words that no other recogniser knows. */
export function readCapitals(run: Run, taken: readonly Reading[]): Reading[] {
  const readings: Reading[] = [];
  const { words } = run;
  let from = 0;
  while (from < words.length) {
    let to = from;
    while (to < words.length && isFree(run, to, taken)) to++;
    while (to > from && !words[to - 1].capitalised) to--;
    if (to > from) {
      const reading = readFree(run, from, to);
      if (reading !== null) readings.push(reading);
    }
    from = Math.max(to, from) + 1;
  }
  return readings;
}

function isFree(run: Run, at: number, taken: readonly Reading[]): boolean {
  const word = run.words[at];
  if (taken.some(({ from, to }) => from <= at && at < to)) return false;
  if (!word.capitalised) return at > 0 && (word.classes & WordClass.particle) !== 0;
  if (word.classes & notInName) return false;
  if (isTheHead(run, at)) return true;
  const maySpell = word.allCaps && !(at === 0 && run.initial);
  return maySpell || (word.classes & WordClass.ordinary) === 0;
}

/** `the Coalition`: whether the word is an organisation's noun with its article before it, and the whole of its name. */
function isTheHead({ before, behind, words }: Run, at: number): boolean {
  const whole = words.length > 1 || (behind & WordClass.link) === 0;
  return (
    at === 0 &&
    whole &&
    (before & WordClass.article) !== 0 &&
    (words[0].classes & WordClass.organisationHead) !== 0
  );
}

function readFree(run: Run, from: number, to: number): Reading | null {
  const words = run.words.slice(from, to);
  if (words.every(({ allCaps }) => allCaps)) return readAllCaps(run, from, to);
  if (run.quoted && from === 0 && to === run.words.length) {
    const why = 'capitalised in quotation marks';
    return { from, to, type: 'MISC', source: 'capitals', why, score: firm };
  }
  const several = words.length > 1;
  if (!several && isNoName(run, words[0])) return null;
  const [type, why, score] = several ? typeOfSeveral(run, from, words) : typeOfOne(run, from);
  const reading: Reading = { from, to, type, source: 'capitals', why, score };
  return !several && isWeak(run, from, score) ? { ...reading, weak: true } : reading;
}

/** Whether the word is one letter, or a name with an adjective that a hyphen joins to it (`Syrian-led`). */
function isNoName({ passage }: Run, { start, end }: Word): boolean {
  if (end - start === 1) return true;
  const joined = /^\p{Lu}.*-(\p{Ll}{2,})$/u.exec(passage.text.slice(start, end));
  return joined !== null && !endingsOf(passage.language)?.all.has(joined[1]);
}

/** Whether only its capital, where every word has one, says that the word is a name. */
function isWeak(run: Run, at: number, score: number): boolean {
  return at === 0 && run.initial && score < firm;
}

function typeOfSeveral(run: Run, from: number, words: readonly Word[]): TypeGuess {
  const plain = words.length <= 4 && words.every(({ digit }) => !digit);
  if (!plain) return ['MISC', 'capitalised words', 5];
  if (from === 0 && run.said) return ['PER', 'capitalised behind a quotation', 25];
  if (from + words.length === run.words.length) {
    if (isAgeAt(run.passage.text, run.end))
      return ['PER', 'capitalised words with an age behind them', 30];
    if (run.behind & WordClass.personVerb)
      return ['PER', 'capitalised before a verb of saying', 25];
  }
  const declined = endingsOf(run.passage.language) !== null;
  return declined || (run.initial && from === 0)
    ? ['PER', 'capitalised words that look like a person’s name', 15]
    : ['MISC', 'capitalised words', 5];
}

const age = /^, ?[1-9]\d(?![\d%])(?: ?[,;.)]|$)/m;

/** `Jane Doe, 34,`: whether a comma and an age stand at the offset. */
export function isAgeAt(text: string, offset: number): boolean {
  return age.test(text.slice(offset, offset + 6));
}

/** A word of capitals alone is an organisation's short form; several are a heading. */
function readAllCaps(run: Run, from: number, to: number): Reading | null {
  const word = run.words[from];
  const length = word.end - word.start;
  if (to - from > 1 || length > 7 || isHeading(run, from)) return null;
  if (word.classes & (WordClass.ordinaryCapitals | WordClass.ordinary)) {
    const why = 'a word in capitals';
    return { from, to, type: 'ORG', source: 'capitals', why, score: 1, weak: true };
  }
  if (isStateCode(run, from)) {
    const why = 'a state or province behind a comma';
    return { from, to, type: 'LOC', source: 'capitals', why, score: 40 };
  }
  const type = word.digit ? 'MISC' : 'ORG';
  const reading: Reading = {
    from,
    to,
    type,
    source: 'capitals',
    why: 'a short form in capitals',
    score: 15,
  };
  return from === 0 && run.initial ? { ...reading, weak: true } : reading;
}

/** Postal codes of the states and provinces of North America and Australia. */
const stateCodes = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
  OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE NSW VIC QLD`.split(
    /\s+/,
  ),
);

/** `Houston, TX`: whether the word is a state's code behind a comma. */
function isStateCode(run: Run, at: number): boolean {
  const { text, tokens } = run.passage;
  const { token } = run.words[at];
  return (
    token > 0 && text[tokens.start[token - 1]] === ',' && stateCodes.has(textOf(run, at, at + 1))
  );
}

/** Whether the words beside the word are capitals too. */
function isHeading(run: Run, at: number): boolean {
  const { tokens } = run.passage;
  const { token, nextToken } = run.words[at];
  const caps = (index: number) =>
    index >= 0 && index < tokens.length && (tokens.flags[index] & TokenFlag.allCaps) !== 0;
  return caps(token - 1) && caps(nextToken);
}

/** `O’Neill`, `McDowell`. */
const familyName = /^(?:O['’]|Mc)\p{Lu}\p{Ll}/u;

function typeOfOne(run: Run, at: number): TypeGuess {
  const word = run.words[at];
  if (isTheHead(run, at)) return ['ORG', 'an organisation’s noun with the article', 12];
  if (word.digit) return ['MISC', 'letters and digits, as in a model’s name', 15];
  if (at === 0 && run.before & WordClass.placePreposition)
    return ['LOC', 'capitalised behind a preposition of place', 12];
  if (at === 0 && run.said) return ['PER', 'capitalised behind a quotation', 14];
  if (familyName.test(textOf(run, at, at + 1)))
    return ['PER', 'a family name as in Ireland or Scotland', 14];
  if (at === run.words.length - 1 && run.behind & WordClass.personVerb)
    return ['PER', 'capitalised before a verb of saying', 14];
  if (hasLocalEnding(run, at)) return ['LOC', 'capitalised with an ending of place', 12];
  return endingsOf(run.passage.language) === null
    ? ['MISC', 'capitalised', 4]
    : ['PER', 'capitalised', 4];
}
