import type { Gazetteer } from '../../corpus/gazetteer.ts';
import type { Language } from '../../languages/language.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import { Unit } from '../../text/units.ts';
import { Candidates } from '../candidates.ts';
import type { AbbreviationDefinition, Name, NumberMention } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { readAbbreviation } from './abbreviations.ts';
import { mergeCandidates, withoutNumbers } from './choose.ts';
import { nameKey } from './forms.ts';
import { NameReader } from './nameReader.ts';
import { shareTypes } from './neighbours.ts';
import { readRegistry } from './registry.ts';
import { sharedName } from './sharedNames.ts';

/** What `recogniseEntities` finds; offsets are the passage's. */
export interface RecognisedEntities {
  /** In text order, not overlapping. */
  readonly candidates: Candidates;
  /** Each of their two spans is also the span of a candidate, unless an alias of the registry covers it. */
  readonly abbreviations: AbbreviationDefinition[];
}

const { capitalised, bracketOrHyphen } = TokenFlag;
/** At any other token no name begins, and no short form is defined. */
const telling = capitalised | bracketOrHyphen;

/**
 * Names in the passage. Numbers and dates win over names that overlap them;
 * aliases of the gazetteer win over what the recognisers guess.
 */
export function recogniseEntities(
  passage: Passage,
  numbers: readonly NumberMention[],
  gazetteer?: Gazetteer,
): RecognisedEntities {
  const { tokens, text } = passage;
  const { flags, kind, start, length } = tokens;
  const names = new NameReader(passage);
  guessed.clear();
  const abbreviations: AbbreviationDefinition[] = [];
  let next = 0;
  for (let token = 0; token < length; token++) {
    const flag = flags[token] & telling;
    if (flag === 0) continue;
    if (flag & capitalised) {
      if (token >= next && kind[token] === TokenKind.word) next = names.readAt(token, guessed);
    } else if (text.charCodeAt(start[token]) === Unit.openBracket) {
      const definition = readAbbreviation(passage, token);
      if (definition !== null) abbreviations.push(definition);
    } else if (token > next && names.isArticleAt(token - 1)) {
      next = names.readAt(token - 1, guessed);
    }
  }
  shareTypes(passage, guessed);
  const { language } = passage;
  const defined = mergeCandidates(definedNames(passage, abbreviations, guessed), guessed, language);
  const aliases = gazetteer === undefined ? none : readRegistry(passage, gazetteer);
  const named = mergeCandidates(aliases, defined, language);
  return { candidates: withoutNumbers(named, numbers).trimmed(), abbreviations };
}

const none = new Candidates();
/** What is read in one passage after the other, before it is `trimmed`. */
const guessed = new Candidates();

/** The two names of each definition. */
function definedNames(
  { text, language }: Passage,
  abbreviations: readonly AbbreviationDefinition[],
  guessed: Candidates,
): Candidates {
  if (abbreviations.length === 0) return none;
  const places: { start: number; name: Name }[] = [];
  for (const { short, long } of abbreviations) {
    const type = guessed.find(long)?.type === 'LOC' ? 'LOC' : 'ORG';
    const forms = [text.slice(short.start, short.end), text.slice(long.start, long.end)];
    const pair = pairOf(type, forms[0], forms[1], language);
    places.push({ start: long.start, name: pair.long }, { start: short.start, name: pair.short });
  }
  places.sort((a, b) => a.start - b.start);
  const defined = new Candidates();
  for (let at = 0; at < places.length; at++) {
    const { start, name } = places[at];
    if (places[at + 1]?.start !== start) defined.add(start, name);
  }
  return defined;
}

/** A short form and its expansion. */
interface Pair {
  readonly short: Name;
  readonly long: Name;
}

/** Pairs remembered of one language before the memory is emptied. */
const rememberedPairs = 1 << 12;
const pairs = new WeakMap<Language, Map<string, Pair>>();

/** The names of a definition; texts write the same ones again and again. */
function pairOf(type: 'LOC' | 'ORG', short: string, long: string, language: Language): Pair {
  let known = pairs.get(language);
  if (known === undefined) {
    known = new Map();
    pairs.set(language, known);
  }
  const id = `${type} ${short}\n${long}`;
  let pair = known.get(id);
  if (pair === undefined) {
    const named = (form: string, why: string): Name => {
      const key = nameKey(form, language);
      return sharedName({ type, source: 'abbreviation', key, form, score: 80, why }, language);
    };
    pair = {
      short: named(short, `short for “${long}”`),
      long: named(long, `expansion of “${short}”`),
    };
    if (known.size === rememberedPairs) known.clear();
    known.set(id, pair);
  }
  return pair;
}
