import type { NameSummary } from '../../corpus/names.ts';
import { endingsOf } from '../../recognise/entities/forms.ts';
import type { Span } from '../../span.ts';
import type { Finding, TextReplacement } from '../finding.ts';
import { rewriteAll } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted, times } from '../words.ts';
import { inCapitals, usualForm } from './forms.ts';
import { skeleton, skeletonHash } from './skeleton.ts';
import { listedNames, registryNames } from './spellingsKnown.ts';
import { commonStart, OneLetterOff } from './typos.ts';

/** Names with fewer letters are too often others that look alike; where names are declined, the key is a stem. */
const shortest = { name: 5, stem: 4 } as const;
/** A slip is looked for in words of so many letters, behind the first two and before an ending. */
const slip = { letters: 7, start: 2, ending: 3 } as const;
/** Among the last letters of a word a doubled one may come of its case, where names are declined. */
const graded = 4;
/** How often the right spelling of a slip must occur. */
const oftenEnough = 3;

/** `Bagdad` beside `Baghdad`: two transliterations of one name, or a slip in one that occurs often. */
export const spellingVariant: TextRule = {
  code: 'entity/spelling-variant',
  severity: 'warning',
  title: 'One name spelled in two ways',
  scope: 'text',
  check(text) {
    const names = candidates(text);
    const found = new Map<string, string>();
    for (const group of bySkeleton(names)) {
      const [usual, ...others] = group.sort((a, b) => compare(text, a, b));
      for (const [key] of others) if (!isGraded(text, key, usual[0])) found.set(key, usual[0]);
    }
    for (const [key, usual] of slips(names)) found.set(key, usual);
    for (const [key, usual] of found) if (areTwo(text, key, usual)) found.delete(key);
    return [...found].flatMap(([key, usual]) => findingOf(text, key, usual) ?? []);
  },
};

type Name = readonly [key: string, name: NameSummary];

/** The names that are long enough to be compared. */
function candidates({ language, names }: AnalysedText): Name[] {
  const least = endingsOf(language) === null ? shortest.name : shortest.stem;
  const found: Name[] = [];
  for (const name of names.keys()) if (name[0].length >= least) found.push(name);
  return found;
}

/** Whether both are names of their own: known to be, told apart by a number, or short forms in capitals. */
function areTwo(text: AnalysedText, a: string, b: string): boolean {
  return (isKnown(text, a) && isKnown(text, b)) || isOther(text, a) || isOther(text, b);
}

/** Whether a name has a digit in it, or is always written in capitals and short. */
function isOther({ names }: AnalysedText, key: string): boolean {
  if (/\d/.test(key)) return true;
  return key.length <= 7 && [...(names.name(key)?.forms.keys() ?? [])].every(inCapitals);
}

/** The names that share a skeleton, two or more each. */
function bySkeleton(names: readonly Name[]): Name[][] {
  const hashed = groups(names, ([key]) => skeletonHash(key));
  return hashed.flatMap((group) => groups(group, ([key]) => skeleton(key)));
}

/** The groups of two values or more with one key. */
function groups<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Value[][] {
  const first = new Map<Key, Value>();
  const several = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, value);
      continue;
    }
    const group = several.get(key);
    if (group) group.push(value);
    else several.set(key, [before, value]);
  }
  return [...several.values()];
}

/** The spelling to keep first: one of the registry, a well-known one, the more frequent one, the earlier one. */
function compare(text: AnalysedText, [a, one]: Name, [b, other]: Name): number {
  return (
    Number(other.entity !== null) - Number(one.entity !== null) ||
    Number(isKnown(text, b)) - Number(isKnown(text, a)) ||
    other.count - one.count ||
    one.first.start - other.first.start
  );
}

function isKnown({ language, registry }: AnalysedText, key: string): boolean {
  return registryNames(registry, language).has(key) || listedNames(language).has(key);
}

/** Whether two names differ in a doubled letter near the end of a word, as cases of one name do (`Riigikokku`). */
function isGraded({ language }: AnalysedText, key: string, usual: string): boolean {
  if (endingsOf(language) === null || undoubled(key) !== undoubled(usual)) return false;
  const at = commonStart(key, usual);
  return at >= wordAt(usual, at).end - graded;
}

function undoubled(key: string): string {
  return key.replace(/(.)\1+/gu, '$1');
}

/** Names met once that differ in one letter from one met often. */
function* slips(names: readonly Name[]): Generator<[key: string, usual: string]> {
  const often = new OneLetterOff();
  for (const [key, { count }] of names)
    if (count >= oftenEnough && key.length >= slip.letters) often.add(key);
  for (const [key, { count }] of names) {
    const usual = count === 1 && key.length >= slip.letters - 1 ? often.find(key) : undefined;
    if (usual !== undefined && isSlip(key, usual)) yield [key, usual];
  }
}

/** Whether the letter that differs stands inside a long word: elsewhere it is an ending or another name. */
function isSlip(key: string, usual: string): boolean {
  const at = commonStart(key, usual);
  const { start, end } = wordAt(usual, at);
  return end - start >= slip.letters && at >= start + slip.start && at < end - slip.ending;
}

function wordAt(name: string, at: number): Span {
  const next = name.indexOf(' ', at);
  return { start: name.lastIndexOf(' ', at - 1) + 1, end: next < 0 ? name.length : next };
}

function findingOf(text: AnalysedText, key: string, usual: string): Finding | null {
  const [name, other] = [text.names.name(key), text.names.name(usual)];
  if (!name || !other) return null;
  const { first, forms } = name;
  const [form, right] = [usualForm(forms), usualForm(other.forms)];
  return {
    code: 'entity/spelling-variant',
    start: first.start,
    end: first.end,
    message: `${quoted(form)} looks like another spelling of ${quoted(right)}, which this text has ${times(other.count)}.`,
    related: [
      {
        start: other.first.start,
        end: other.first.end,
        message: `${quoted(other.first.form)} here`,
      },
    ],
    fixes: rewriteAll(`Write ${quoted(right)}`, respelled(text, key, form, right)),
  };
}

/** The letters that differ put right in every mention; endings stay. */
function respelled(
  text: AnalysedText,
  key: string,
  form: string,
  right: string,
): TextReplacement[] {
  const from = commonStart(form, right);
  let back = 0;
  const most = Math.min(form.length, right.length) - from;
  while (back < most && form[form.length - 1 - back] === right[right.length - 1 - back]) back++;
  const wrong = form.slice(0, form.length - back);
  return text.names
    .mentionsOf(key)
    .filter((mention) => mention.form.startsWith(wrong))
    .map(({ start }) => ({
      start: start + from,
      end: start + wrong.length,
      text: right.slice(from, right.length - back),
    }));
}
