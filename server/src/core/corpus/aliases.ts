import { languages } from '../languages/index.ts';
import { fold } from '../recognise/entities/forms.ts';
import { type TokenTable, tokenise } from '../text/tokens.ts';
import type { Entity } from './registry.ts';

/** Every name and alias of a list of entities, numbered from 0. */
export interface AliasTable {
  readonly count: number;
  text(alias: number): string;
  entity(alias: number): Entity;
  /** Orders entities as they were given. */
  readonly inOrder: (a: Entity, b: Entity) => number;
  /**
   * Calls `visit` with the token hashes of each alias: as written, without
   * diacritics and decomposed where that differs, and as each language
   * splits it where it holds more than letters and blanks.
   */
  eachPath(visit: (alias: number, hashes: readonly number[]) => void): void;
}

const asciiWords = /^[A-Za-z ]*$/;
const ascii = /^[\0-\x7f]*$/;

/** Numbers the names and aliases of the entities. Blank ones are left out. */
export function collectAliases(entities: Iterable<Entity>): AliasTable {
  const texts: string[] = [];
  const owners: Entity[] = [];
  const order = new Map<Entity, number>();
  for (const entity of entities) {
    order.set(entity, order.size);
    for (const alias of new Set([entity.name, ...entity.aliases])) {
      const text = alias.trim().replace(/\s+/g, ' ');
      if (text === '') continue;
      texts.push(text);
      owners.push(entity);
    }
  }
  return {
    count: texts.length,
    text: (alias) => texts[alias],
    entity: (alias) => owners[alias],
    inOrder: (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    eachPath: (visit) => eachPath(texts, visit),
  };
}

function eachPath(
  texts: readonly string[],
  visit: (alias: number, hashes: readonly number[]) => void,
): void {
  const [first, ...others] = languages;
  const variants = texts.map((text, alias) => ({ text, alias }));
  for (const { text, alias } of [...variants]) {
    if (ascii.test(text)) continue;
    for (const variant of new Set([text.normalize('NFC'), text.normalize('NFD'), fold(text)])) {
      if (variant !== text) variants.push({ text: variant, alias });
    }
  }
  tokeniseAll(variants, first, visit);
  const special = variants.filter(({ text }) => !asciiWords.test(text));
  for (const language of others) tokeniseAll(special, language, visit);
}

/** Tokenises all texts at once, each on a line of its own. */
function tokeniseAll(
  variants: readonly { readonly text: string; readonly alias: number }[],
  language: (typeof languages)[number],
  visit: (alias: number, hashes: readonly number[]) => void,
): void {
  const tokens: TokenTable = tokenise(variants.map(({ text }) => `${text}\n`).join(''), language);
  let token = 0;
  let end = -1;
  for (const { text, alias } of variants) {
    end += text.length + 1;
    const hashes: number[] = [];
    while (token < tokens.length && tokens.start[token] < end) hashes.push(tokens.hash[token++]);
    if (hashes.length > 0) visit(alias, hashes);
  }
}
