import { fold } from '../../recognise/entities/forms.ts';

/**
 * What is left of a name when the letters that transliterations and typists
 * disagree about are levelled: two names with one skeleton are spelled in two
 * ways (`Bagdad`, `Baghdad`; `Sergey`, `Sergei`; `Mohammed`, `Mohamed`;
 * `al-Qaeda`, `Kaeda`). Diacritics, blanks, hyphens, apostrophes, `h` behind
 * the first letter and Arabic articles fall away; doubled letters become one.
 * @param key a name's key: lower case
 */
export function skeleton(key: string): string {
  const name = fold(key);
  let result = '';
  for (let at = 0; at < name.length; at++) {
    const letter = name[at];
    if (separators.includes(letter)) continue;
    if (isArticle(name, at)) at += 2;
    else {
      const level = levelled(name, at, result === '');
      if (level !== '' && !result.endsWith(level)) result += level;
    }
  }
  return result;
}

const separators = " -'.";

/** Whether an Arabic article begins here. */
function isArticle(name: string, at: number): boolean {
  if (name[at + 1] !== 'l' || (name[at] !== 'a' && name[at] !== 'e')) return false;
  const before = name[at - 1] ?? ' ';
  return name[at + 2] === '-' && separators.includes(before);
}

function levelled(name: string, at: number, first: boolean): string {
  const letter = name[at];
  const next = name[at + 1];
  switch (letter) {
    case 'h':
      return first ? 'h' : '';
    case 'y':
    case 'j':
      return 'i';
    case 'w':
      return 'v';
    case 'q':
      return 'k';
    case 'c':
      return next === 'e' || next === 'i' || next === 'y' ? 's' : 'k';
    case 'x':
      return 'ks';
    case 'z':
      return 's';
    case 'p':
      return next === 'h' ? 'f' : 'p';
    case 'o':
      return next === 'u' ? '' : 'o';
    default:
      return letter;
  }
}
