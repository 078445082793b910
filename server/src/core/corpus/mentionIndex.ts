import type { EntityType } from '../recognise/mentions.ts';
import type { Span } from '../span.ts';
import type { EntityMention } from './names.ts';

/** All mentions of one name or entity in one text. */
export interface NameGroup {
  /** The registry's id, or the name's key where no record exists: what mentions meet under across texts. */
  readonly id: string;
  readonly entity: string | null;
  readonly type: EntityType;
  /** The longest form met: what a list shows. */
  readonly name: string;
  readonly mentions: readonly Span[];
}

/** One name over the whole corpus. */
export interface CorpusName {
  readonly id: string;
  readonly entity: string | null;
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: number;
  readonly texts: number;
}

/** Groups a text's mentions by entity or name. `slice` gives the text of a span. */
export function groupMentions(
  mentions: Iterable<EntityMention>,
  slice: (start: number, end: number) => string,
): NameGroup[] {
  const groups = new Map<string, { first: EntityMention; longest: Span; mentions: Span[] }>();
  for (const mention of mentions) {
    const id = mention.entity ?? mention.key;
    const span = { start: mention.start, end: mention.end };
    const group = groups.get(id);
    if (!group) {
      groups.set(id, { first: mention, longest: span, mentions: [span] });
      continue;
    }
    group.mentions.push(span);
    if (span.end - span.start > group.longest.end - group.longest.start) group.longest = span;
  }
  return [...groups].map(([id, { first, longest, mentions }]) => ({
    id,
    entity: first.entity,
    type: first.type,
    name: slice(longest.start, longest.end).replace(/\s+/g, ' '),
    mentions,
  }));
}

/** Which texts of the corpus mention what. Texts are named by URI or path. */
export class MentionIndex {
  readonly #texts = new Map<string, readonly NameGroup[]>();
  readonly #postings = new Map<string, Map<string, NameGroup>>();

  /** Replaces what is known of one text. */
  set(text: string, groups: readonly NameGroup[]): void {
    this.delete(text);
    this.#texts.set(text, groups);
    for (const group of groups) {
      const posting = this.#postings.get(group.id);
      if (posting) posting.set(text, group);
      else this.#postings.set(group.id, new Map([[text, group]]));
    }
  }

  delete(text: string): void {
    for (const { id } of this.#texts.get(text) ?? []) {
      const posting = this.#postings.get(id);
      posting?.delete(text);
      if (posting?.size === 0) this.#postings.delete(id);
    }
    this.#texts.delete(text);
  }

  clear(): void {
    this.#texts.clear();
    this.#postings.clear();
  }

  /** The texts known, by URI or path. */
  texts(): string[] {
    return [...this.#texts.keys()];
  }

  /** The texts that mention an id, with the places. */
  mentionsOf(id: string): { text: string; mentions: readonly Span[] }[] {
    return [...(this.#postings.get(id) ?? [])].map(([text, { mentions }]) => ({ text, mentions }));
  }

  /** The name under an id, summed over the texts. */
  name(id: string): CorpusName | null {
    const posting = this.#postings.get(id);
    return posting ? sum(id, posting.values()) : null;
  }

  /** The id of the name that is shown as `name`, or null. */
  named(name: string): string | null {
    for (const found of this.names()) if (found.name === name) return found.id;
    return null;
  }

  *names(): Generator<CorpusName> {
    for (const [id, posting] of this.#postings) yield sum(id, posting.values());
  }

  /**
   * The fullest name of the corpus whose last word is the key `word`, and its
   * first place in a text that has it in full; null where there is none.
   */
  fullest(word: string): { name: CorpusName; text: string; place: Span } | null {
    let best: { name: CorpusName; text: string; place: Span } | null = null;
    for (const [id, posting] of this.#postings) {
      const found = firstEnding(posting, ` ${word}`);
      if (!found) continue;
      const name = sum(id, posting.values());
      if (best && best.name.mentions >= name.mentions) continue;
      best = { name, text: found.text, place: found.group.mentions[0] };
    }
    return best;
  }
}

/** The first text that has a name with this ending: by its key, or where an entity's id stands for the key, as it is written. */
function firstEnding(
  posting: ReadonlyMap<string, NameGroup>,
  ending: string,
): { text: string; group: NameGroup } | null {
  for (const [text, group] of posting) {
    const key = group.entity === null ? group.id : group.name.toLowerCase();
    if (key.endsWith(ending)) return { text, group };
    if (group.entity === null) return null;
  }
  return null;
}

function sum(id: string, groups: Iterable<NameGroup>): CorpusName {
  let mentions = 0;
  let texts = 0;
  let longest: NameGroup | undefined;
  for (const group of groups) {
    mentions += group.mentions.length;
    texts++;
    if (!longest || group.name.length > longest.name.length) longest = group;
  }
  return {
    id,
    entity: longest?.entity ?? null,
    type: longest?.type ?? 'MISC',
    name: longest?.name ?? id,
    mentions,
    texts,
  };
}
