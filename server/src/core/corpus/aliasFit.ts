import { endingsOf, fold } from '../recognise/entities/forms.ts';
import type { Passage } from '../recognise/passage.ts';
import { TokenFlag } from '../text/tokens.ts';

/** Aliases of so few letters are other words with other capitals or diacritics (`IS`, `Öö`). */
const short = 3;

/**
 * Whether the words of the text are the alias. The alias itself says how
 * strictly: one of up to three letters must be written as it is, but for a
 * capital where it begins in lower case; a longer one may differ in
 * diacritics and case, where a capital at its start and every word of
 * capitals must be capitals in the text too. The Unicode normalisation form
 * and the kind of white space never matter.
 */
export function aliasFits(alias: string, surface: string): boolean {
  if (alias === surface) return true;
  if (alias.length <= short * 2 && [...alias.normalize('NFC')].length <= short)
    return fitsExactly(alias.normalize('NFC'), surface.normalize('NFC'));
  if (fold(alias) !== fold(surface.replace(/\s+/g, ' '))) return false;
  const written = surface.normalize('NFC').split(/[\s-]+/);
  return alias
    .normalize('NFC')
    .split(/[\s-]+/)
    .every((word, at) => caseFits(word, written[at] ?? '', at === 0));
}

function fitsExactly(alias: string, written: string): boolean {
  if (alias === written) return true;
  const [first = ''] = alias;
  return isLower(first) && first.toUpperCase() + alias.slice(first.length) === written;
}

function caseFits(word: string, written: string, first: boolean): boolean {
  const letters = [...word].filter((letter) => isUpper(letter) || isLower(letter));
  if (letters.length > 1 && letters.every(isUpper)) return written === written.toUpperCase();
  return !first || !isUpper(word[0] ?? '') || isUpper(written[0] ?? '');
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

/**
 * The last token of a name with the case ending that a hyphen or apostrophe
 * joins to it as tokens of their own (`IS` `-` `i`); the token itself where
 * there is none.
 */
export function joinedEnding({ text, tokens, language }: Passage, token: number): number {
  const ending = token + 2;
  const endings = endingsOf(language);
  if (endings === null || ending >= tokens.length) return token;
  const glued = (tokens.flags[token + 1] | tokens.flags[ending]) & TokenFlag.spaceBefore;
  if (glued !== 0 || !/^['’-]$/.test(text.slice(tokens.start[token + 1], tokens.end[token + 1])))
    return token;
  return endings.all.has(text.slice(tokens.start[ending], tokens.end[ending])) ? ending : token;
}
