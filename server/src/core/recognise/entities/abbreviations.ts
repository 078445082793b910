import type { Span } from '../../span.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { AbbreviationDefinition } from '../mentions.ts';
import type { Passage } from '../passage.ts';

/** A bracket that holds more tokens defines no abbreviation. */
const longestBracket = 24;
const shortest = 2;
const longest = 10;
const quotes = /^["“”„«»‘’']+$/;

/**
 * The abbreviation that the bracket at the token defines, or null: a short
 * form in the bracket behind its expansion or the other way round. After
 * A. Schwartz and M. Hearst, A simple algorithm for identifying abbreviation
 * definitions in biomedical text (2003), made stricter: each letter of the
 * short form must begin a word of the expansion, unless the expansion is one
 * word or stands in quotation marks and begins with the same letter.
 */
export function readAbbreviation(passage: Passage, bracket: number): AbbreviationDefinition | null {
  const { text, tokens } = passage;
  let close = bracket + 1;
  const limit = Math.min(tokens.length, bracket + longestBracket);
  while (close < limit && text[tokens.start[close]] !== ')') close++;
  if (close >= limit || bracket === 0) return null;
  const inner = unquoted(passage, bracket + 1, close);
  if (inner.to - inner.from === 1 && isShortForm(passage, inner.from)) {
    const long = expansionBefore(passage, bracket, letters(passage, inner.from));
    if (long !== null) return { short: tokenSpan(passage, inner.from, inner.to), long };
  }
  if (!isShortForm(passage, bracket - 1) || inner.to - inner.from < 2) return null;
  const short = tokenSpan(passage, bracket - 1, bracket);
  const wanted = letters(passage, bracket - 1);
  const long =
    initialsEndingAt(passage, inner.to, inner.from, wanted) ??
    quotedName(passage, inner.from, inner.to, wanted);
  return long === null ? null : { short, long };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function unquoted(passage: Passage, from: number, to: number): Range {
  while (from < to && isQuote(passage, from)) from++;
  while (to > from && isQuote(passage, to - 1)) to--;
  return { from, to };
}

function isQuote({ text, tokens }: Passage, token: number): boolean {
  return (
    tokens.kind[token] === TokenKind.punctuation &&
    quotes.test(text.slice(tokens.start[token], tokens.end[token]))
  );
}

function tokenSpan({ tokens }: Passage, from: number, to: number): Span {
  return { start: tokens.start[from], end: tokens.end[to - 1] };
}

/** Two to ten letters or digits, two of them capitals or all of them. */
function isShortForm({ text, tokens }: Passage, token: number): boolean {
  const length = tokens.end[token] - tokens.start[token];
  if (tokens.kind[token] !== TokenKind.word || length < shortest || length > longest) return false;
  if ((tokens.flags[token] & TokenFlag.capitalised) === 0) return false;
  if (tokens.flags[token] & TokenFlag.allCaps) return true;
  return /^\p{Lu}\p{L}*\p{Lu}[\p{L}\d]*$/u.test(text.slice(tokens.start[token], tokens.end[token]));
}

function letters({ text, tokens }: Passage, token: number): string {
  return text
    .slice(tokens.start[token], tokens.end[token])
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The expansion before the bracket. */
function expansionBefore(passage: Passage, bracket: number, wanted: string): Span | null {
  const from = Math.max(0, bracket - Math.min(wanted.length + 5, wanted.length * 2) - 4);
  const initials = initialsEndingAt(passage, bracket, from, wanted);
  if (initials !== null) return initials;
  const quoted = isQuote(passage, bracket - 1) ? quotedName(passage, from, bracket, wanted) : null;
  return quoted ?? oneWord(passage, bracket - 1, wanted);
}

/** The words before `to` whose first letters are the wanted ones; small words between and behind them do not count. */
function initialsEndingAt(
  passage: Passage,
  to: number,
  least: number,
  wanted: string,
): Span | null {
  const { text, tokens } = passage;
  let left = wanted.length;
  let end = -1;
  let skipped = 0;
  for (let token = to - 1; token >= least; token--) {
    if (tokens.kind[token] === TokenKind.punctuation) {
      if (!isQuote(passage, token) && text[tokens.start[token]] !== '-') return null;
      continue;
    }
    const word = text.slice(tokens.start[token], tokens.end[token]);
    const parts = word
      .toLowerCase()
      .split('-')
      .filter(Boolean)
      .map(([initial]) => initial);
    const fits = wanted.slice(0, left).endsWith(parts.join(''))
      ? parts.length
      : Number(wanted[left - 1] === parts[0]);
    const capitalised = (tokens.flags[token] & TokenFlag.capitalised) !== 0;
    if (fits === 0 || (end < 0 && !capitalised && isCapitalBefore(passage, token, least))) {
      if (capitalised || ++skipped > 3) return null;
      continue;
    }
    if (end < 0) end = tokens.end[token];
    left -= fits;
    if (left === 0) return { start: tokens.start[token], end };
  }
  return null;
}

/** Whether a capitalised word stands in the three tokens before: the name then ends there. */
function isCapitalBefore({ tokens }: Passage, token: number, least: number): boolean {
  for (let at = token - 1; at >= Math.max(least, token - 3); at--) {
    if (tokens.flags[at] & TokenFlag.capitalised) return true;
  }
  return false;
}

/** The last stretch in quotation marks that begins with the first wanted letter. */
function quotedName(passage: Passage, least: number, to: number, wanted: string): Span | null {
  const { text, tokens } = passage;
  let close = -1;
  for (let token = to - 1; token >= least; token--) {
    if (!isQuote(passage, token)) continue;
    if (close < 0) {
      close = token;
      continue;
    }
    const span = { start: tokens.start[token + 1], end: tokens.end[close - 1] };
    return text[span.start]?.toLowerCase() === wanted[0] ? span : null;
  }
  return null;
}

/** One capitalised word that holds the wanted letters in order, the first one first. */
function oneWord({ text, tokens }: Passage, token: number, wanted: string): Span | null {
  if (token < 0 || (tokens.flags[token] & TokenFlag.capitalised) === 0) return null;
  const word = text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
  if (word[0] !== wanted[0] || word.length < wanted.length * 2) return null;
  let at = 0;
  for (const letter of word) if (letter === wanted[at]) at++;
  return at >= wanted.length ? { start: tokens.start[token], end: tokens.end[token] } : null;
}
