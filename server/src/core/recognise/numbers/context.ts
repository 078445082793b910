import type { NumberMention } from '../mentions.ts';
import { lowerCase, Role, type Word } from './lexicon.ts';
import { isDash, isLetter, isSpace, type Reader } from './reader.ts';

/** An abbreviation with its full stop is no longer than this (`ca.`). */
const longestShort = 2;

/** The phrase before `start` that blurs a number (`more than`, `c.`), lower-cased; part of another abbreviation is none (`D.C.`, `CA`). */
export function hedgeBefore(reader: Reader, start: number): string | undefined {
  const sign = reader.code(start - 1);
  if ((sign === 0x7e || sign === 0x2248) && start - 1 >= reader.floor)
    return reader.text[start - 1];
  const stop = reader.gapBefore(start) - 1;
  const dotted = reader.code(stop) === 0x2e;
  const word = reader.wordBefore(dotted ? stop : start);
  if (!word || !(word.roles & Role.hedgeEnd)) return undefined;
  const end = dotted ? stop : stop + 1;
  if (dotted && end - reader.start > longestShort) return undefined;
  if (reader.code(reader.start - 1) === 0x2e) return undefined;
  const last = reader.text.slice(reader.start, end);
  const capitals = last.length === longestShort && last === last.toUpperCase();
  return reader.lexicon.hedges
    .get(last.toLowerCase())
    ?.find(
      (phrase) =>
        !(capitals && phrase.length === longestShort) && standsBefore(reader, end, phrase),
    );
}

/** Whether the lower-case phrase ends before `end`, however its words are spaced. */
function standsBefore(reader: Reader, end: number, phrase: string): boolean {
  let at = end;
  for (let index = phrase.length - 1; index >= 0; index -= 1) {
    const unit = phrase.charCodeAt(index);
    const before = unit === 0x20 ? reader.gapBefore(at) : at - 1;
    if (before === at || before < reader.floor) return false;
    if (unit !== 0x20 && lowerCase(reader.code(before)) !== unit) return false;
    at = before;
  }
  return at === reader.floor || !isLetter(reader.code(at - 1));
}

/** The mention with the hedge around it, and with the noun behind it where it `counts`. */
export function inContext(reader: Reader, mention: NumberMention, counts: boolean): NumberMention {
  const { start, end, kind, value, reading } = mention;
  const before = hedgeBefore(reader, start);
  const behind = before === undefined ? hedgeBehind(reader, end) : undefined;
  const hedge = before ?? behind;
  const of = counts ? counted(reader, end + hedgeLength(reader, end, behind)) : undefined;
  if (of === undefined) return hedge === undefined ? mention : { ...mention, hedge };
  return hedge === undefined
    ? { start, end, kind, value, of, reading }
    : { start, end, kind, value, hedge, of, reading };
}

function hedgeLength(reader: Reader, end: number, hedge: string | undefined): number {
  if (hedge === undefined) return 0;
  return hedge === '+' ? 1 : reader.gap(end) - end + hedge.length;
}

/** The phrase behind `end` that blurs a number (`or more`, `+`), lower-cased. */
function hedgeBehind(reader: Reader, end: number): string | undefined {
  if (reader.code(end) === 0x2b && reader.closes(end + 1)) return '+';
  if (!isSpace(reader.code(end))) return undefined;
  const at = reader.gap(end);
  if (!((reader.wordAt(at)?.roles ?? 0) & Role.hedgeStart)) return undefined;
  const { hedgesBehind } = reader.lexicon.language.numbers;
  return hedgesBehind.find(
    (phrase) => reader.text.startsWith(phrase, at) && reader.closes(at + phrase.length),
  );
}

const mostWords = 4;
const { of: ofRole, plural: pluralRole, stop: stopRole } = Role;

/** The noun phrase behind `end` that the number counts, as written. */
export function counted(reader: Reader, end: number): string | undefined {
  const rules = reader.lexicon.counted;
  let at = reader.gap(end);
  if (at === end) return undefined;
  if ((reader.wordAt(at)?.roles ?? 0) & ofRole) at = reader.gap(reader.end);
  const start = at;
  let found = 0;
  for (let count = 0; count < mostWords; count += 1) {
    const word = reader.wordAt(at);
    const wordEnd = compoundEnd(reader, reader.end);
    if (wordEnd === at || (word && endsPhrase(word))) break;
    if (ends(reader, at + 2, wordEnd, rules.notEndings)) break;
    const plural =
      rules.plural.length === 0 ||
      (word !== undefined && (word.roles & pluralRole) !== 0) ||
      (wordEnd - at > 3 &&
        ends(reader, at, wordEnd, rules.plural) &&
        !ends(reader, at, wordEnd, rules.notPlural));
    if (found > 0 && !plural) break;
    if (plural) found = wordEnd;
    if (plural && rules.plural.length === 0 && !ends(reader, at, wordEnd, rules.adjectives)) break;
    at = reader.gap(wordEnd);
    if (at === wordEnd) break;
  }
  return found === 0 ? undefined : reader.text.slice(start, found);
}

function endsPhrase({ roles, cardinal, month, weekday, scale }: Word): boolean {
  return (roles & stopRole) !== 0 || (cardinal ?? month ?? weekday ?? scale) !== undefined;
}

/** Whether the word from `at` to `end` has one of the endings. */
function ends(reader: Reader, at: number, end: number, endings: readonly string[]): boolean {
  const last = reader.code(end - 1);
  for (const ending of endings)
    if (
      ending.charCodeAt(ending.length - 1) === last &&
      end - ending.length > at &&
      reader.text.startsWith(ending, end - ending.length)
    )
      return true;
  return false;
}

/** Goes on over hyphens inside a word. */
function compoundEnd(reader: Reader, end: number): number {
  while (isDash(reader.code(end)) && isLetter(reader.code(end + 1))) {
    reader.wordAt(end + 1);
    end = reader.end;
  }
  return end;
}
