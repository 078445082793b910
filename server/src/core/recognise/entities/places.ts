import { endingsOf } from './forms.ts';
import { WordClass } from './lexicon.ts';
import type { Reading, Run } from './words.ts';

/** Names with a place noun before or behind (`Mount Sinjar`, `Red River`), or a direction before a known place. */
export function readPlaces(run: Run, known: readonly Reading[]): Reading[] {
  const readings: Reading[] = [];
  const { words } = run;
  for (let at = 0; at < words.length; at++) {
    const { classes, capitalised } = words[at];
    if (classes & WordClass.placeHead && at > 0 && !isFamilyName(run, at)) {
      const from = startOf(run, at);
      if (from < at) readings.push(place(from, at + 1, 'named like a place', 61));
    }
    if (!capitalised) continue;
    const linked = linkedEnd(run, at);
    if (classes & (WordClass.placeHead | WordClass.placePrefix) && linked > at) {
      readings.push(place(startOf(run, at), linked, 'named like a place', 62));
    }
    if (classes & WordClass.placePrefix && isName(run, at + 1)) {
      readings.push(place(at, at + 2, 'named like a place', 62));
    }
    const behind = known.find(({ from, type }) => from === at + 1 && type === 'LOC');
    if (classes & WordClass.direction && behind !== undefined) {
      const from = directionsFrom(run, at);
      readings.push(place(from, behind.to, 'a direction before a known place', 63));
    }
  }
  return readings;
}

function place(from: number, to: number, why: string, score: number): Reading {
  return { from, to, type: 'LOC', source: 'name', why, score: score + to - from };
}

/** `Central and Eastern Europe`: index of the first of two directions that a conjunction joins. */
function directionsFrom({ words }: Run, at: number): number {
  const joined =
    at > 1 &&
    words[at - 1].classes & WordClass.conjunction &&
    words[at - 2].classes & WordClass.direction;
  return joined ? at - 2 : at;
}

function isName({ known, words }: Run, at: number): boolean {
  if (at >= words.length) return false;
  const { capitalised, classes } = words[at];
  if (!capitalised || classes & (WordClass.calendar | WordClass.title)) return false;
  return (classes & WordClass.ordinary) === 0 || known.some(({ from }) => from === at);
}

/** Index of the first of the up to two words before the noun that name the place. */
function startOf(run: Run, head: number): number {
  let from = head;
  while (from > 0 && head - from < 2 && isName(run, from - 1)) from--;
  return from;
}

/** `Urmas Laht`: whether the capitalised noun behind a first name is a family name, as it is where place nouns are in lower case. */
function isFamilyName({ passage, words }: Run, at: number): boolean {
  return (
    endingsOf(passage.language) !== null &&
    words[at].capitalised &&
    (words[at - 1].classes & WordClass.firstName) !== 0
  );
}

/** `Gulf of Mexico`, `Treaty of Versailles`: index behind the word that a link joins to the noun at `head`; 0 where no link follows. */
export function linkedEnd({ words }: Run, head: number): number {
  const link = words[head + 1];
  if (link === undefined || link.capitalised || (link.classes & WordClass.link) === 0) return 0;
  return words.findIndex(({ capitalised }, at) => at > head && capitalised) + 1;
}
