import { endingsOf } from './forms.ts';
import { WordClass } from './lexicon.ts';
import { hasLocalEnding, type Reading, type Run, textOf, type Word } from './words.ts';

/** Words that end a person's name. */
const noName =
  WordClass.organisationHead |
  WordClass.companyForm |
  WordClass.placeHead |
  WordClass.otherHead |
  WordClass.calendar |
  WordClass.demonym |
  WordClass.link |
  WordClass.conjunction |
  WordClass.title |
  WordClass.article;
const longestName = 5;

/** Names that begin with a first name or initials, and what follows a title. */
export function readPeople(run: Run, known: readonly Reading[]): Reading[] {
  const readings: Reading[] = [];
  for (let from = 0; from < run.words.length; from++) {
    const word = run.words[from];
    const title = titleBefore(run, from);
    const first = isFirstName(run, from) || isInitials(run, from);
    if (!word.capitalised || (title === null && !first)) continue;
    const to = nameEnd(run, from, known);
    if (to === from || (to === from + 1 && isInitials(run, from))) continue;
    const named = to - from > 1;
    if (named && !first && isPlace(known, from)) continue;
    if (title !== null && (named || first || !isOrdinary(word))) {
      readings.push({
        from,
        to,
        type: 'PER',
        source: 'title',
        why: `title “${title}” before it`,
        score: 70 + to - from,
      });
    } else if (first) {
      const why = `begins with the first name “${textOf(run, from, from + 1)}”`;
      const score = named
        ? (isPlace(known, from) ? 55 : 61) + to - from
        : isOrdinary(word)
          ? 0
          : 20;
      const reading: Reading = { from, to, type: 'PER', source: 'name', why, score };
      const weak = !named && from === 0 && run.initial && isDeclined(run);
      readings.push(weak ? { ...reading, weak: true } : reading);
    }
    from = to - 1;
  }
  return readings;
}

/**
 * Whether a first name stands there. Where months take a capital, a month's name (`June
 * Carter`) is one at a sentence's start, or behind a title or a conjunction.
 */
function isFirstName({ passage, words, before, initial }: Run, at: number): boolean {
  const { classes } = words[at];
  if ((classes & WordClass.firstName) === 0) return false;
  if ((classes & WordClass.calendar) === 0 || !passage.language.dates.capitalised) return true;
  const behind = at === 0 ? before : words[at - 1].classes;
  return (at === 0 && initial) || (behind & (WordClass.title | WordClass.conjunction)) !== 0;
}

/** Whether names are declined: a first name may then be a form of some other word (`Taimi`). */
function isDeclined({ passage }: Run): boolean {
  return endingsOf(passage.language) !== null;
}

/** Whether a place's name begins with the word (`Jordan`, `Sofia`). */
function isPlace(known: readonly Reading[], at: number): boolean {
  return known.some(({ from, type }) => from === at && type === 'LOC');
}

function isOrdinary(word: Word): boolean {
  return (word.classes & (WordClass.ordinary | noName)) !== 0;
}

/** `J.`, `J.F.`: capitals with full stops, with a word behind them. */
function isInitials({ passage, words }: Run, at: number): boolean {
  const { start, end } = words[at];
  return (
    at + 1 < words.length &&
    passage.text[end - 1] === '.' &&
    end - start <= 4 &&
    passage.text[start + 1] === '.'
  );
}

/** Index behind the last word of the name that begins at `from`. */
function nameEnd(run: Run, from: number, known: readonly Reading[]): number {
  let to = from;
  let names = 0;
  while (to < run.words.length && names < longestName) {
    const { classes, capitalised } = run.words[to];
    const particle = (classes & WordClass.particle) !== 0 && to > from;
    if (!particle && (!capitalised || !mayBeName(run, to, names))) break;
    if (names > 1 && !mayGoOn(run, to, known)) break;
    if (run.words[from].allCaps && capitalised && !run.words[to].allCaps) break;
    to++;
    if (!particle) names++;
  }
  while (to > from + 1 && !run.words[to - 1].capitalised) to--;
  return to;
}

/** Whether the capitalised word may be in a name; where place nouns are in lower case, one with a capital is a family name. */
function mayBeName(run: Run, at: number, names: number): boolean {
  const { classes } = run.words[at];
  const speaksAgainst = classes & noName;
  if (speaksAgainst === 0 || classes & WordClass.firstName) return true;
  if (speaksAgainst === WordClass.title && at + 1 === run.words.length && names > 0)
    return (run.words[at - 1].classes & WordClass.firstName) !== 0;
  return names === 1 && speaksAgainst === WordClass.placeHead && isDeclined(run);
}

/**
 * Whether the third word of a name or a later one belongs to it: no place, and
 * a first name only where nothing follows it.
 */
function mayGoOn(run: Run, at: number, known: readonly Reading[]): boolean {
  if (isPlace(known, at) || hasLocalEnding(run, at)) return false;
  if ((run.words[at].classes & WordClass.firstName) === 0) return true;
  return at + 1 >= run.words.length || !run.words[at + 1].capitalised;
}

/** The title that ends just before the word, in the run or before it; null if there is none. */
function titleBefore(run: Run, from: number): string | null {
  if (from > 0) {
    const word = run.words[from - 1];
    return word.classes & WordClass.title
      ? textOf(run, from - 1, from)
      : departmentTitle(run, from);
  }
  if ((run.before & WordClass.title) === 0) return null;
  const { text, tokens } = run.passage;
  const token = run.words[0].token - 1;
  return text.slice(tokens.start[token], tokens.end[token]);
}

/** `Minister of Foreign Affairs` before a first name. */
function departmentTitle(run: Run, from: number): string | null {
  if ((run.words[from].classes & WordClass.firstName) === 0) return null;
  for (let at = from - 2; at > 0; at--) {
    if (run.words[at].classes & WordClass.link && run.words[at - 1].classes & WordClass.title) {
      return textOf(run, at - 1, from);
    }
  }
  return null;
}
