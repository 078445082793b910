import { WordClass } from './lexicon.ts';
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
    } else if (classes & WordClass.otherHead && at > 0 && words[at - 1].capitalised) {
      let from = at;
      while (from > 0 && words[from - 1].capitalised && !isBoundary(run, from - 1)) from--;
      if (from < at) {
        readings.push({
          from,
          to: at + 1,
          type: 'MISC',
          source: 'name',
          why: 'named like an event or document',
          score: 61 + at - from,
        });
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

function isBoundary({ words, initial }: Run, at: number): boolean {
  const { classes } = words[at];
  return (
    (classes & (WordClass.title | WordClass.calendar)) !== 0 ||
    (at === 0 && initial && (classes & WordClass.ordinary) !== 0)
  );
}
