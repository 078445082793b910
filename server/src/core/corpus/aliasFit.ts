import { endingsOf, fold } from '../recognise/entities/forms.ts';
import type { Passage } from '../recognise/passage.ts';
import { TokenFlag } from '../text/tokens.ts';

/**
 * Whether the words of the text are the alias: equal but for diacritics,
 * normalisation form, white space and case, where a capital at the alias's
 * start and every word of capitals must be capitals in the text too.
 */
export function aliasFits(alias: string, surface: string): boolean {
  if (alias === surface) return true;
  if (fold(alias) !== fold(surface.replace(/\s+/g, ' '))) return false;
  const written = surface.normalize('NFC').split(/[\s-]+/);
  return alias
    .normalize('NFC')
    .split(/[\s-]+/)
    .every((word, at) => caseFits(word, written[at] ?? '', at === 0));
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
