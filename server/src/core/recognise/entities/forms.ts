import type { Language } from '../../languages/language.ts';

/** Marks that NFD takes off their letters. */
const marks = /\p{M}+/gu;
const apostrophes = /[’ʼ`´]/g;
const hyphens = /[\u2010-\u2013\u00ad]/g;
const white = /\s+/g;
const ascii = /^[\0-\x7f]*$/;
/** Keys remembered of one language before the memory is emptied: texts repeat their names. */
const rememberedKeys = 1 << 12;
const keysOf = new WeakMap<Language, Map<string, string>>();

/** The text in lower case without diacritics, typographic apostrophes and hyphens made plain, NFC. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(marks, '')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .normalize('NFC');
}

/**
 * The key under which the mentions of one name meet: lower case, NFC, white
 * space made one blank, a leading English article and the possessive or case
 * ending of the last word taken off. It is for comparing, not for showing.
 */
export function nameKey(name: string, language: Language): string {
  let keys = keysOf.get(language);
  if (keys === undefined) {
    keys = new Map();
    keysOf.set(language, keys);
  }
  let key = keys.get(name);
  if (key === undefined) {
    key = makeKey(name, language);
    if (keys.size >= rememberedKeys) keys.clear();
    keys.set(name, key);
  }
  return key;
}

function makeKey(name: string, language: Language): string {
  const lower = name.toLowerCase();
  const plain = ascii.test(lower)
    ? lower
    : lower.normalize('NFC').replace(apostrophes, "'").replace(hyphens, '-');
  const spaced = white.test(plain) ? plain.replace(white, ' ') : plain;
  white.lastIndex = 0;
  const endings = endingsOf(language);
  if (endings === null) return withoutPossessive(spaced);
  const at = Math.max(spaced.lastIndexOf(' '), -1) + 1;
  return spaced.slice(0, at) + stem(spaced.slice(at), endings, isCapitals(name.slice(-3)));
}

function withoutPossessive(name: string): string {
  if (name.endsWith("'s")) return name.slice(0, -2);
  return name.endsWith("'") ? name.slice(0, -1) : name;
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** The letters a stem must keep. */
const shortestStem = 4;

/**
 * Takes case endings and stem vowels off until none is left, so that every
 * form of a word comes to one stem whichever form it started from: `Süüria`,
 * `Süürias` → `süür`; `Genf`, `Genfi`, `Genfis` → `genf`. Stems of fewer than
 * four letters are not shortened; an ending behind a hyphen or apostrophe
 * (`IS-i`, `Shakespeare'i`) always goes.
 */
function stem(word: string, endings: Endings, capitals: boolean): string {
  const mark = Math.max(word.lastIndexOf('-'), word.lastIndexOf("'"));
  if (mark >= 2 && endings.all.has(word.slice(mark + 1))) return word.slice(0, mark);
  if (capitals) return word;
  let end = word.length;
  for (;;) {
    const next = shortened(word, end, endings);
    if (next === end) break;
    end = next;
  }
  return hardened(word.slice(0, end));
}

function shortened(word: string, end: number, endings: Endings): number {
  for (const ending of endings.list) {
    const stemEnd = end - ending.length;
    if (stemEnd < shortestStem || !word.startsWith(ending, stemEnd)) continue;
    if (isVowel(word, stemEnd - 1)) return stemEnd;
  }
  const bare = end - 1;
  return bare >= shortestStem && isVowel(word, bare) && !isDoubled(word, bare) ? bare : end;
}

/** Whether the letter is the second half of a long vowel, which belongs to the word (`Jüriöö`). */
function isDoubled(word: string, at: number): boolean {
  return word[at] === word[at - 1];
}

/** Undoes the weak grade of a stem's last consonant (`iraag` → `iraak`). */
function hardened(word: string): string {
  const hard = { g: 'k', b: 'p', d: 't' }[word.slice(-1)];
  return hard === undefined ? word : word.slice(0, -1) + hard;
}

function isVowel(word: string, at: number): boolean {
  return 'aeiouõäöüyаеиоуыэюя'.includes(word[at] ?? ' ');
}

interface Endings {
  /** Longest first. */
  readonly list: readonly string[];
  /** The same with the stem vowel before them, and stem vowels alone. */
  readonly all: ReadonlySet<string>;
}

const known = new WeakMap<Language, Endings | null>();

/** The language's case endings; null where names are not declined. */
export function endingsOf(language: Language): Endings | null {
  let endings = known.get(language);
  if (endings === undefined) {
    const list = language.entities.caseEndings.split(/\s+/).filter((ending) => ending !== '');
    const vowels = ['i', 'a', 'e', 'u'];
    const all = new Set([
      ...list,
      ...vowels,
      ...vowels.flatMap((v) => list.map((ending) => v + ending)),
    ]);
    endings = list.length === 0 ? null : { list, all };
    known.set(language, endings);
  }
  return endings;
}
