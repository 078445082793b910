import type { Language } from '../languages/language.ts';
import { endingsOf, fold } from '../recognise/entities/forms.ts';
import type { Passage } from '../recognise/passage.ts';
import { hashBasis, hashPrime, hashWord } from '../text/hash.ts';
import { TokenFlag } from '../text/tokens.ts';
import { lowerShift, unitTable } from '../text/units.ts';
import { type AliasTable, collectAliases } from './aliases.ts';
import { aliasFits, joinedEnding } from './aliasFit.ts';
import { baseUnits } from './baseUnits.ts';
import type { Entity } from './registry.ts';
import { TokenTrie } from './tokenTrie.ts';

/** An alias found in a passage; offsets are the passage's. */
export interface GazetteerMatch {
  readonly start: number;
  readonly end: number;
  /** Index behind the last token the match covers. */
  readonly nextToken: number;
  /** The alias as the registry writes it. */
  readonly alias: string;
  /** Every entity with this alias, in registry order. */
  readonly entities: readonly Entity[];
}

// Constants of this module are folded into the loops that run for every word; imported ones are read anew.
const { capitalised } = TokenFlag;
const basis = hashBasis;
const prime = hashPrime;
const shift = lowerShift;
const entries = unitTable;

/** The typographic apostrophe, which hashes like the plain one. */
const apostrophe = 0x2019;
/** The longest ending that is taken off a token, in units. */
const longestEnding = 7;
/** A stem of fewer units takes an ending only if it is of capitals. */
const shortestStem = 4;
const englishEndings: ReadonlySet<string> = new Set(["'s", "s'", "'", 's', 'es']);

/**
 * Finds the names and aliases of a registry in passages: a trie over token
 * hashes in typed arrays. A hash that fits is compared with the text, so that
 * a collision never makes a match.
 */
export class Gazetteer {
  readonly #aliases: AliasTable;
  readonly #trie: TokenTrie;
  readonly #baseUnits = baseUnits();
  /** The language that was asked for last, and the units that its endings end with. */
  #language: Language | undefined;
  #lastUnits: Uint8Array = new Uint8Array(0);

  constructor(aliases: AliasTable, trie: TokenTrie) {
    this.#aliases = aliases;
    this.#trie = trie;
  }

  /** Number of names and aliases, each counted once an entity. */
  get size(): number {
    return this.#aliases.count;
  }

  /**
   * The longest alias that begins with the token, or null. Case: a capital in
   * the alias's first word, and every word of capitals, must stand in the text
   * too. Diacritics and the Unicode normalisation form do not matter. English
   * possessives (outside the match) and plurals, and the case endings of the
   * passage's language, may follow.
   */
  matchAt(passage: Passage, token: number): GazetteerMatch | null {
    const { hash, flags } = passage.tokens;
    const may =
      this.#trie.begins(hash[token]) ||
      ((flags[token] & capitalised) !== 0 && this.#mayBeginDeclined(passage, token));
    return may ? this.#longest(passage, token) : null;
  }

  /** The next match from the token on: the first, then the longest; null if there is none. */
  matchFrom(passage: Passage, token: number): GazetteerMatch | null {
    const { hash, flags, length } = passage.tokens;
    const trie = this.#trie;
    for (let at = token; at < length; at++) {
      const may =
        trie.begins(hash[at]) ||
        ((flags[at] & capitalised) !== 0 && this.#mayBeginDeclined(passage, at));
      const match = may ? this.#longest(passage, at) : null;
      if (match !== null) return match;
    }
    return null;
  }

  /** Whether an ending of the language may end with the unit, in either case. */
  #mayEndWith(language: Language, unit: number): boolean {
    if (language !== this.#language) {
      this.#language = language;
      this.#lastUnits = lastUnitsOf(language);
    }
    return this.#lastUnits[unit] === 1;
  }

  /** Whether an alias may be a stem of the token, or begin with the token without its diacritics. */
  #mayBeginDeclined({ text, tokens, language }: Passage, token: number): boolean {
    const start = tokens.start[token];
    const end = tokens.end[token];
    const declined = this.#mayEndWith(language, text.charCodeAt(end - 1));
    if (!declined && isPlain(text, start, end)) return false;
    const shortest = declined ? end - longestEnding : end;
    const units = this.#baseUnits;
    const trie = this.#trie;
    let hash = basis;
    for (let at = start; at < end; at++) {
      const unit = units[text.charCodeAt(at)];
      if (unit === 0) continue;
      hash = Math.imul(hash ^ unit, prime);
      if (at + 1 >= shortest && trie.mayBegin(hash) && trie.isPath(hash)) return true;
    }
    return trie.begins(hash);
  }

  /** Whether an alias may begin with the word, in whatever form and case; where it says no, none does. */
  mayBeginWith(word: string): boolean {
    return this.#hasStem(word) || this.#hasStem(fold(word));
  }

  /** Whether an alias may have the token behind its first one; where it says no, none does. */
  mayGoOn({ tokens }: Passage, token: number): boolean {
    return this.#trie.mayGoOn(tokens.hash[token]);
  }

  /** Whether some alias begins with the tokens from `first` to `last`, compared by hash. */
  goesOn({ tokens }: Passage, first: number, last: number): boolean {
    let node = 0;
    for (let token = first; token <= last && node >= 0; token++) {
      node = this.#trie.child(node, tokens.hash[token]);
    }
    return node >= 0;
  }

  #hasStem(word: string): boolean {
    let hash = hashBasis;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      hash = Math.imul(hash ^ (unit + (unitTable[unit] >> lowerShift)), hashPrime);
      if (this.#trie.child(0, hash) >= 0) return true;
    }
    return false;
  }

  #longest(passage: Passage, first: number): GazetteerMatch | null {
    const { tokens } = passage;
    let best: GazetteerMatch | null = null;
    let node = 0;
    for (let token = first; token < tokens.length && node >= 0; token++) {
      const child = this.#child(passage, node, token);
      const whole =
        child >= 0 && this.#trie.endsAt(child)
          ? this.#accept(passage, child, first, token, tokens.end[token])
          : null;
      best = whole ?? this.#declined(passage, node, first, token) ?? best;
      node = child;
    }
    return best;
  }

  /** The node that the token leads to, as written or without its diacritics; -1 if none. */
  #child({ text, tokens }: Passage, node: number, token: number): number {
    const child = this.#trie.child(node, tokens.hash[token]);
    if (child >= 0) return child;
    const start = tokens.start[token];
    const end = tokens.end[token];
    return isPlain(text, start, end)
      ? -1
      : this.#trie.child(node, hashWord(fold(text.slice(start, end))));
  }

  /** A match whose last token is an inflected form of the alias's last word. */
  #declined(passage: Passage, node: number, first: number, token: number): GazetteerMatch | null {
    const { text, tokens, language } = passage;
    if (token === first && (tokens.flags[token] & capitalised) === 0) return null;
    const start = tokens.start[token];
    const end = tokens.end[token];
    if (!isPlain(text, start, end)) {
      const word = fold(text.slice(start, end));
      const found = this.#stems(word, 0, word.length, node, language, (child, stem) =>
        this.#accept(passage, child, first, token, end - (word.length - stem)),
      );
      if (found !== null) return found;
    }
    if (!this.#mayEndWith(language, text.charCodeAt(end - 1))) return null;
    return this.#stems(text, start, end, node, language, (child, stem) =>
      this.#accept(passage, child, first, token, stem),
    );
  }

  /** Calls `accept` for each stem of the word that the trie knows below the node, until one is accepted. */
  #stems(
    text: string,
    start: number,
    end: number,
    node: number,
    language: Language,
    accept: (child: number, stemEnd: number) => GazetteerMatch | null,
  ): GazetteerMatch | null {
    let hash = basis;
    let best: GazetteerMatch | null = null;
    const shortest = end - longestEnding;
    for (let at = start; at < end - 1; at++) {
      const unit = text.charCodeAt(at);
      hash = Math.imul(hash ^ (unit + (entries[unit] >> shift)), prime);
      if (at + 1 < shortest || (node === 0 && !this.#trie.mayBegin(hash))) continue;
      const child = this.#trie.child(node, hash);
      if (child < 0 || !this.#trie.endsAt(child)) continue;
      const ending = text.slice(at + 1, end);
      const long = at + 1 - start >= shortestStem || isUpperAt(text, at);
      if (long && isEnding(ending, language)) best = accept(child, at + 1) ?? best;
    }
    return best;
  }

  /** The match at the node if an alias there fits the text from the first token to `stemEnd`. */
  #accept(
    passage: Passage,
    node: number,
    first: number,
    last: number,
    stemEnd: number,
  ): GazetteerMatch | null {
    const { text, tokens, language } = passage;
    const start = tokens.start[first];
    const surface = text.slice(start, stemEnd);
    const entities: Entity[] = [];
    let alias = '';
    for (const at of this.#trie.valuesAt(node)) {
      const candidate = this.#aliases.text(at);
      if (!aliasFits(candidate, surface)) continue;
      const entity = this.#aliases.entity(at);
      if (!entities.includes(entity)) entities.push(entity);
      alias ||= candidate;
    }
    if (entities.length === 0) return null;
    const possessive =
      stemEnd < tokens.end[last] &&
      endingsOf(language) === null &&
      /^s?['’]/.test(text.slice(stemEnd, tokens.end[last]));
    const joined = joinedEnding(passage, last);
    return {
      start,
      end: possessive ? stemEnd : tokens.end[joined],
      nextToken: joined + 1,
      alias,
      entities: entities.length === 1 ? entities : entities.sort(this.#aliases.inOrder),
    };
  }
}

function isEnding(ending: string, language: Language): boolean {
  const endings = endingsOf(language);
  const plain = ending.replace('’', "'");
  if (endings === null) return englishEndings.has(plain);
  return endings.all.has(plain.replace(/^['-]/, ''));
}

/** Which units the language's endings end with: a word with another last unit is not declined. */
function lastUnitsOf(language: Language): Uint8Array {
  const last = new Uint8Array(0x2100);
  for (const ending of endingsOf(language)?.all ?? englishEndings) {
    const unit = ending.slice(-1);
    for (const form of [unit, unit.toUpperCase(), unit.replace("'", '’')])
      last[form.charCodeAt(0)] = 1;
  }
  return last;
}

function isUpperAt(text: string, at: number): boolean {
  return text[at] !== text[at].toLowerCase();
}

/** Whether no unit of the text may lose a diacritic. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f && unit !== apostrophe) return false;
  }
  return true;
}

/** A gazetteer of every name and alias of the entities for texts of the language. 100,000 aliases take a fifth of a second. */
export function buildGazetteer(entities: Iterable<Entity>, language: Language): Gazetteer {
  const aliases = collectAliases(entities, language);
  const trie = new TokenTrie(aliases.count);
  aliases.eachPath((alias, hashes) => trie.insert(hashes, alias));
  return new Gazetteer(aliases, trie);
}
