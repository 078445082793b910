import { endingsOf } from './forms.ts';
import { WordClass } from './lexicon.ts';
import { linkedEnd } from './places.ts';
import { type Reading, type Run, textOf } from './words.ts';

/** Peoples and languages, and names with a noun such as `Convention`. */
export function readOthers(run: Run): Reading[] {
  const readings: Reading[] = [];
  const { words } = run;
  for (let at = 0; at < words.length; at++) {
    const { classes, capitalised, digit } = words[at];
    if (!capitalised) continue;
    if (classes & WordClass.demonym) {
      const directed =
        at > 0 && words[at - 1].capitalised && words[at - 1].classes & WordClass.direction;
      const from = directed ? at - 1 : at;
      const why = `people, language or nationality “${textOf(run, from, at + 1)}”`;
      readings.push({ from, to: at + 1, type: 'MISC', source: 'name', why, score: 50 });
    } else if (classes & WordClass.otherHead) {
      const from = headedFrom(run, at);
      const to = headedTo(run, at);
      if (to - from > 1 || isCompound(run, at)) {
        const why = 'named like an event or document';
        readings.push({ from, to, type: 'MISC', source: 'name', why, score: 60 + to - from });
      }
    } else if (digit && !words[at].allCaps) {
      readings.push({
        from: at,
        to: at + 1,
        type: 'MISC',
        source: 'name',
        why: 'letters and digits, as in a model’s name',
        score: 30,
      });
    }
  }
  return readings;
}

/** Whether the noun names something by itself, where nouns are compounds (`Vabadussõda`). */
function isCompound({ passage, words, initial }: Run, at: number): boolean {
  const { start, end, classes } = words[at];
  if (endingsOf(passage.language) === null || (at === 0 && initial)) return false;
  return end - start >= 8 && (classes & WordClass.ordinary) === 0;
}

/** Index of the first of the capitalised words before the noun that are in its name. */
function headedFrom(run: Run, head: number): number {
  let from = head;
  while (from > 0 && run.words[from - 1].capitalised && !isBoundary(run, from - 1)) from--;
  return from;
}

const numeral = /^[IVX]+$/;

/** Index behind the noun with its number (`World War II`) or what a link joins to it (`Battle of Monte Cassino`). */
function headedTo(run: Run, head: number): number {
  const { words } = run;
  let to = linkedEnd(run, head);
  const next = head + 1;
  if (to === 0 || isAbout(run, next, to - 1)) {
    return next < words.length && numeral.test(textOf(run, next, next + 1)) ? next + 1 : next;
  }
  while (to < words.length && words[to].capitalised && (words[to].classes & endsName) === 0) to++;
  return to;
}

/** A `Conference on Syria` is about the place; only `of` makes the place a part of the name. */
function isAbout(run: Run, link: number, name: number): boolean {
  return (
    textOf(run, link, link + 1) !== 'of' &&
    run.known.some(({ from, to }) => from <= name && name < to)
  );
}

const endsName = WordClass.title | WordClass.calendar | WordClass.firstName;

function isBoundary({ words, initial }: Run, at: number): boolean {
  const { classes } = words[at];
  return (
    (classes & (WordClass.title | WordClass.calendar)) !== 0 ||
    (at === 0 && initial && (classes & WordClass.ordinary) !== 0)
  );
}
