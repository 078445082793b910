import type { MentionIndex } from '../core/corpus/mentionIndex.ts';
import type { Registry } from '../core/corpus/registry.ts';
import type { EntityType } from '../core/recognise/mentions.ts';
import type { Place } from './place.ts';

/** More symbols than this are of no use in a list. */
const MOST_SYMBOLS = 200;

/** One entity or name of the corpus. */
export interface NameSymbol {
  readonly name: string;
  readonly type: EntityType | string;
  readonly detail: string;
  /** `file` is always given. */
  readonly place: Place & { readonly file: string };
}

/** The registry's entities and the corpus' names that hold the query's letters in order, most mentioned first. */
export function workspaceSymbol(
  query: string,
  registry: Registry,
  index: MentionIndex,
  registryUri: string,
): NameSymbol[] {
  const found: { symbol: NameSymbol; mentions: number }[] = [];
  for (const entity of registry.entities.values()) {
    const place = registry.places.get(entity.id);
    if (!place || ![entity.name, ...entity.aliases].some((name) => matches(name, query))) continue;
    const mentions = index.name(entity.id)?.mentions ?? 0;
    const symbol = {
      name: entity.name,
      type: entity.type,
      detail: detail(mentions),
      place: { ...place, file: registryUri },
    };
    found.push({ symbol, mentions });
  }
  for (const name of index.names()) {
    if (name.entity !== null || !matches(name.name, query)) continue;
    const [first] = index.mentionsOf(name.id);
    if (!first) continue;
    const place = { ...first.mentions[0], file: first.text };
    const { mentions } = name;
    found.push({
      symbol: { name: name.name, type: name.type, detail: detail(mentions), place },
      mentions,
    });
  }
  found.sort((a, b) => b.mentions - a.mentions);
  return found.slice(0, MOST_SYMBOLS).map(({ symbol }) => symbol);
}

function detail(mentions: number): string {
  return mentions === 1 ? '1 mention' : `${mentions} mentions`;
}

/** Whether `name` holds the letters of `query` in order, case aside. */
function matches(name: string, query: string): boolean {
  const wanted = query.toLowerCase();
  let at = 0;
  for (const letter of name.toLowerCase()) {
    if (at < wanted.length && letter === wanted[at]) at++;
  }
  return at >= wanted.length;
}
