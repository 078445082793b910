import type { Language } from '../languages/language.ts';
import { fold } from '../recognise/entities/forms.ts';
import { tokenise } from '../text/tokens.ts';
import type { Entity } from './registry.ts';

/** Every name and alias of a list of entities, numbered from 0. */
export interface AliasTable {
  readonly count: number;
  text(alias: number): string;
  entity(alias: number): Entity;
  /** Orders entities as they were given. */
  readonly inOrder: (a: Entity, b: Entity) => number;
  /**
   * Calls `visit` with the token hashes of each alias: as written, and without
   * diacritics and decomposed where that differs.
   */
  eachPath(visit: (alias: number, hashes: readonly number[]) => void): void;
}

const ascii = /^[\0-\x7f]*$/;

/** Numbers the names and aliases of the entities, to be found in texts of the language. Blank ones are left out. */
export function collectAliases(entities: Iterable<Entity>, language: Language): AliasTable {
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
    eachPath: (visit) => eachPath(texts, language, visit),
  };
}

function eachPath(
  texts: readonly string[],
  language: Language,
  visit: (alias: number, hashes: readonly number[]) => void,
): void {
  const variants = texts.map((text, alias) => ({ text, alias }));
  for (const { text, alias } of [...variants]) {
    if (ascii.test(text)) continue;
    for (const variant of new Set([text.normalize('NFC'), text.normalize('NFD'), fold(text)])) {
      if (variant !== text) variants.push({ text: variant, alias });
    }
  }
  // All at once, each on a line of its own.
  const tokens = tokenise(variants.map(({ text }) => `${text}\n`).join(''), language);
  let token = 0;
  let end = -1;
  for (const { text, alias } of variants) {
    end += text.length + 1;
    const hashes: number[] = [];
    while (token < tokens.length && tokens.start[token] < end) hashes.push(tokens.hash[token++]);
    if (hashes.length > 0) visit(alias, hashes);
  }
}
