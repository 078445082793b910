import type { Language } from '../languages/language.ts';
import type { Span } from '../span.ts';
import { foldWord } from '../text/fold.ts';
import { TokenFlag, TokenKind, type TokenTable, tokenise } from '../text/tokens.ts';

const STAR = '*';
/** A letter that stands in a star's place while a term is split into tokens. */
const letter = '\ua78f';

/** A part of a term. `spaced`: white space stands before it; of the first part that says nothing. */
type Part = { readonly spaced: boolean } & (
  | { readonly kind: 'literal'; readonly word: string }
  /** One token with these pieces in this order, anything between them. */
  | { readonly kind: 'pieces'; readonly pieces: readonly string[] }
  /** Any one word or number. */
  | { readonly kind: 'any' }
);

/** What a term finds: whole tokens, one or several. */
export interface TermPattern {
  readonly parts: readonly Part[];
  readonly withCase: boolean;
}

/**
 * A term as it is looked for in texts of a language; null where it holds no
 * token. `*` in a word stands for any characters of it, by itself for a word.
 * White space stands for any white space, line ends included.
 */
export function termPattern(
  term: string,
  language: Language,
  withCase: boolean,
): TermPattern | null {
  const stars = term.replaceAll(STAR, letter);
  const tokens = tokenise(stars, language);
  const parts: Part[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const part = partOf(term.slice(tokens.start[i], tokens.end[i]), withCase, isSpaced(tokens, i));
    const last = parts[parts.length - 1];
    const joins = last?.kind === 'literal' && part.kind === 'literal' && !part.spaced;
    if (joins) parts[parts.length - 1] = { ...last, word: last.word + part.word };
    else if (part.kind !== 'literal' || part.word !== '') parts.push(part);
  }
  return parts.length > 0 ? { parts, withCase } : null;
}

function partOf(word: string, withCase: boolean, spaced: boolean): Part {
  const pieces = word.split(STAR).map((piece) => foldWord(piece, withCase));
  if (pieces.length === 1) return { kind: 'literal', word: pieces[0], spaced };
  return pieces.every((piece) => piece === '')
    ? { kind: 'any', spaced }
    : { kind: 'pieces', pieces, spaced };
}

function isSpaced({ flags }: TokenTable, index: number): boolean {
  return (flags[index] & TokenFlag.spaceBefore) !== 0;
}

/** The places where a term stands in a text, by their start; they may overlap. */
export function* termPlaces(
  text: string,
  tokens: TokenTable,
  { parts, withCase }: TermPattern,
): Generator<Span> {
  const { start, end, kind, length } = tokens;
  const wordAt = (index: number) => foldWord(text.slice(start[index], end[index]), withCase);

  /** Index behind the tokens from `index` on that a part stands for; -1 where it does not. */
  const behindPart = (part: Part, index: number): number => {
    if (part.kind === 'any') return kind[index] <= TokenKind.number ? index + 1 : -1;
    const word = wordAt(index);
    if (part.kind === 'pieces') return fits(word, part.pieces) ? index + 1 : -1;
    if (word === '' || !part.word.startsWith(word)) return -1;
    let found = word.length;
    let next = index + 1;
    while (found < part.word.length) {
      if (next >= length || isSpaced(tokens, next)) return -1;
      const more = wordAt(next++);
      if (!part.word.startsWith(more, found)) return -1;
      found += more.length;
    }
    return next;
  };

  for (let first = 0; first < length; first++) {
    let next = first;
    for (const [i, part] of parts.entries()) {
      const goesOn = next < length && (i === 0 || isSpaced(tokens, next) === part.spaced);
      next = goesOn ? behindPart(part, next) : -1;
      if (next < 0) break;
    }
    if (next > first) yield { start: start[first], end: end[next - 1] };
  }
}

/** Whether a word begins with the first piece, ends with the last and has the others between, in order. */
function fits(word: string, pieces: readonly string[]): boolean {
  const last = pieces[pieces.length - 1];
  if (!word.startsWith(pieces[0]) || !word.endsWith(last)) return false;
  let from = pieces[0].length;
  for (let i = 1; i < pieces.length - 1; i++) {
    const at = word.indexOf(pieces[i], from);
    if (at < 0) return false;
    from = at + pieces[i].length;
  }
  return from <= word.length - last.length;
}
