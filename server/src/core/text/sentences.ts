import { Abbreviation, type Lexicon } from './lexicon.ts';
import { isBullet, isListMarker } from './lines.ts';
import { TokenFlag, TokenKind, type TokenTable } from './table.ts';
import { isLowerAt } from './units.ts';

/** What the decision at one full stop needs. */
export interface Place {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly lexicon: Lexicon;
  /** First token of the sentence that runs so far. */
  readonly sentence: number;
  /** First token of the stretch of lines: quotes are paired from there. */
  readonly first: number;
}

const closing = ')]}”’»›';
const opening = '([{“‘„«‹"\'–—-¿¡*•';
/** How many marks may close one sentence. */
const closingReach = 64;
/** How many tokens back straight quotes are paired. */
const quoteReach = 256;

/** The token that starts the next sentence if the final token at `index` ends one; else 0. */
export function behindSentence(place: Place, index: number): number {
  const { tokens, text } = place;
  let next = index + 1;
  const limit = Math.min(tokens.length, next + closingReach);
  while (next < limit && closesSentence(place, next)) next++;
  if (next >= tokens.length) return 0;
  const ends =
    tokens.kind[index] <= TokenKind.number
      ? endsAtAbbreviation(place, index, next)
      : endsAtMark(place, index, next);
  return ends && !isLowerWord(text, tokens, next) ? next : 0;
}

/** Whether the token belongs to the end of a sentence behind its final punctuation, on the same line. */
function closesSentence({ text, tokens, first }: Place, index: number): boolean {
  const { start, end, kind, flags } = tokens;
  if (flags[index] & TokenFlag.lineStart) return false;
  if (kind[index] === TokenKind.symbol) return end[index] - start[index] > 1;
  if (kind[index] !== TokenKind.punctuation) return false;
  if (flags[index] & TokenFlag.final) return true;
  const mark = text[start[index]];
  if (closing.includes(mark)) return true;
  const apart = (flags[index] & TokenFlag.spaceBefore) !== 0;
  if (mark === '“') return !apart;
  if (mark !== '"' && mark !== "'") return false;
  if (!apart) return true;
  let quotes = 0;
  for (let back = index - 1; back >= first && back > index - quoteReach; back--) {
    if (text[start[back]] === mark && end[back] - start[back] === 1) quotes++;
  }
  return quotes % 2 === 1;
}

function endsAtMark(place: Place, index: number, next: number): boolean {
  const { text, tokens } = place;
  const { start, end, kind, flags } = tokens;
  const apart = (flags[next] & TokenFlag.spaceBefore) !== 0;
  if (kind[index] === TokenKind.symbol) return apart && (flags[next] & TokenFlag.capitalised) !== 0;
  if (text[start[index]] === '.' && end[index] - start[index] === 1) {
    if (isItemNumber(place, index - 1)) return false;
    const spaced = (flags[index] & TokenFlag.spaceBefore) !== 0;
    if (spaced && kind[index - 1] === TokenKind.number && kind[next] === TokenKind.number)
      return false;
  }
  if (text[end[index]] === ']' && text[start[index] - 1] === '[') return false;
  if (!apart) return endsGlued(place, index, next);
  if (kind[next] === TokenKind.punctuation) return opens(place, next);
  return true;
}

/** Whether the token numbers a list item: only bullets stand before it in its sentence. */
function isItemNumber({ text, tokens, sentence }: Place, index: number): boolean {
  let first = index;
  while (first > sentence && isBullet(text, tokens, first - 1)) first--;
  return first === sentence && isListMarker(text, tokens, index);
}

/** No space stands between the mark and what follows: `rubla.Teine`, `Miks?Mida`, `。`. */
function endsGlued({ text, tokens }: Place, index: number, next: number): boolean {
  const { start, flags, kind } = tokens;
  if (kind[next] === TokenKind.punctuation || flags[index] & TokenFlag.spaceBefore) return false;
  if (text[start[index]] !== '.') return true;
  if (!(flags[next] & TokenFlag.capitalised)) return false;
  return index > 0 && kind[index - 1] <= TokenKind.number;
}

/** Whether a sentence may start with this mark: an opening quote, bracket or dash and no lower-case word behind it. */
function opens({ text, tokens }: Place, next: number): boolean {
  let at = next;
  while (at < tokens.length && tokens.kind[at] === TokenKind.punctuation) {
    if (!opening.includes(text[tokens.start[at]])) return false;
    at++;
  }
  return at < tokens.length && !isLowerWord(text, tokens, at);
}

function endsAtAbbreviation(
  { text, tokens, lexicon }: Place,
  index: number,
  next: number,
): boolean {
  const { start, kind, hash } = tokens;
  if (kind[index] === TokenKind.number) return false;
  const role = lexicon.abbreviations.get(hash[index]);
  if (role === Abbreviation.leading || role === Abbreviation.numeric) return false;
  let word = next;
  while (word < tokens.length - 1 && kind[word] === TokenKind.punctuation) {
    if (!opening.includes(text[start[word]])) return false;
    word++;
  }
  if (!(tokens.flags[word] & TokenFlag.capitalised)) return false;
  return role === Abbreviation.trailing || lexicon.functionWords.has(hash[word]);
}

function isLowerWord(text: string, tokens: TokenTable, index: number): boolean {
  return isLowerAt(text, tokens.start[index]);
}
