import type { Language } from '../languages/language.ts';
import { lexiconOf, noLexicon } from './lexicon.ts';
import { Scan } from './scan.ts';
import type { TokenTable } from './table.ts';

export { hashWord } from './hash.ts';
export * from './table.ts';

/**
 * The tokens of a text or a chunk of one. Words hold their inner apostrophes
 * and full stops (`don't`, `Süürias`, `U.S.`, `Gen.`), numbers their separators
 * (`1,5`, `10:30`, `01/24/2001`); addresses, handles, emoticons and runs of one
 * mark (`...`) are one token. Whether hyphenated words are one token depends
 * on the language; without one no word is an abbreviation and hyphens part words.
 * A token never cuts a grapheme cluster, except that white space is never part
 * of a token.
 */
export function tokenise(text: string, language?: Language): TokenTable {
  return Scan.tokens(text, language ? lexiconOf(language) : noLexicon);
}

/**
 * The same in a table that the next call writes over; its columns are longer
 * than its `length`. For who is done with one text before the next.
 */
export function lentTokens(text: string, language: Language): TokenTable {
  return Scan.lent(text, lexiconOf(language));
}
